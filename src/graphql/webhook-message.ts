import { parse } from 'graphql';

/**
 * What messages to webhooks tell of an event, field by field: version 1, as receivers have been written for it. A field that
 * the schema gets later is not in it by itself, so that a new release of the gateway changes no message. Fields that every
 * receiver may ignore are added here; anything else becomes a version 2 beside it.
 *
 * `before` is one less than the version of the event.
 */
export const WEBHOOK_MESSAGE_1 = parse(/* GraphQL */ `
  query WebhookMessage1($taskId: ID!, $before: Int!) {
    videoTask(id: $taskId) {
      version
      results {
        cost {
          ...Cost
        }
      }
      cost {
        ...Cost
      }
      events(after: $before, first: 1) {
        version
        type
        at
        resultIndex
        task {
          ...Task
        }
      }
    }
  }

  fragment Task on VideoTask {
    id
    taskUUID
    model
    mode
    status
    progress
    progressSource
    etaSeconds
    version
    prompt
    negativePrompt
    shots {
      startSeconds
      endSeconds
      description
    }
    quality
    aspectRatio
    width
    height
    durationSeconds
    shotType
    promptExtend
    generateAudio
    outputFormat
    outputQuality
    warnings {
      code
      message
      path
    }
    results {
      ...Result
    }
    error {
      ...Error
    }
    createdAt
    startedAt
    finishedAt
    expiresAt
    cost {
      ...Cost
    }
  }

  fragment Result on VideoResult {
    id
    index
    status
    phase
    progress
    progressSource
    etaSeconds
    seed
    provider
    providerTaskId
    actualPrompt
    cost {
      ...Cost
    }
    sensitive
    safetyVerdict {
      sensitive
      checkedBy
      category
      score
      framesChecked
    }
    uploadedTo
    uploadError {
      ...Error
    }
    error {
      ...Error
    }
    video {
      ...Asset
    }
    original {
      ...Asset
    }
    poster {
      ...Asset
    }
    preview {
      ...Asset
    }
    storyboard {
      sprite {
        ...Asset
      }
      columns
      rows
      count
      tileWidth
      tileHeight
      intervalSeconds
      vttUrl
      vttUrlExpiresAt
    }
  }

  fragment Asset on MediaAsset {
    id
    kind
    mimeType
    bytes
    width
    height
    durationSeconds
    frameRate
    hasAudio
    sha256
    createdAt
    expiresAt
    url
    urlExpiresAt
    removedAt
  }

  fragment Error on TaskError {
    code
    message
    retryable
    billed
    provider
    providerCode
  }

  fragment Cost on Cost {
    usd
    estimated
  }
`);
