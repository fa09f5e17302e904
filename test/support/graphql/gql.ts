/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  mutation ApiKeysCreate($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      key\n      apiKey {\n        id\n        scopes\n      }\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n": typeof types.ApiKeysCreateDocument,
    "\n  mutation ApiKeysRevoke($id: ID!) {\n    revokeApiKey(input: { id: $id }) {\n      apiKey {\n        revokedAt\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.ApiKeysRevokeDocument,
    "\n  query ApiKeysList {\n    apiKeys {\n      id\n      callerName\n      lastUsedAt\n    }\n  }\n": typeof types.ApiKeysListDocument,
    "\n  query ApiKeysViewer {\n    viewer {\n      name\n      scopes\n    }\n  }\n": typeof types.ApiKeysViewerDocument,
    "\n  subscription ApiKeysFeed {\n    videoTasksUpdated {\n      cursor\n    }\n  }\n": typeof types.ApiKeysFeedDocument,
    "\n  mutation CallerLimitsSet($input: SetCallerLimitsInput!) {\n    setCallerLimits(input: $input) {\n      limits {\n        tasksPerMinute\n        tasksInFlight\n        usdPerDay\n        usdPerMonth\n      }\n      userErrors {\n        __typename\n        code\n        path\n      }\n    }\n  }\n": typeof types.CallerLimitsSetDocument,
    "\n  query CallerLimitsViewer {\n    viewer {\n      limits {\n        tasksPerMinute\n        usdPerDay\n      }\n      use {\n        tasksInLastMinute\n        tasksInFlight\n        usdToday\n        usdThisMonth\n      }\n    }\n  }\n": typeof types.CallerLimitsViewerDocument,
    "\n  mutation CallerLimitsCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      stillBilled\n    }\n  }\n": typeof types.CallerLimitsCancelDocument,
    "\n  mutation CallerLimitsDelete($id: ID!) {\n    deleteVideoTask(input: { id: $id }) {\n      deletedId\n    }\n  }\n": typeof types.CallerLimitsDeleteDocument,
    "\n      query CallerLimitsList {\n        videoTasks {\n          nodes {\n            id\n          }\n        }\n      }\n    ": typeof types.CallerLimitsListDocument,
    "\n  mutation CancelTask($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      task {\n        ...TaskState\n      }\n      stillBilled\n      userErrors {\n        __typename\n        code\n        message\n        path\n      }\n    }\n  }\n": typeof types.CancelTaskDocument,
    "\n  mutation CancelUpstream($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      stillBilled\n      task {\n        status\n        cost {\n          usd\n          estimated\n        }\n      }\n    }\n  }\n": typeof types.CancelUpstreamDocument,
    "\n  query CancelUpstreamPaid($id: ID!) {\n    videoTask(id: $id) {\n      status\n      version\n      cost {\n        usd\n        estimated\n      }\n      results {\n        status\n        sensitive\n        video {\n          bytes\n        }\n        cost {\n          usd\n          estimated\n        }\n      }\n    }\n  }\n": typeof types.CancelUpstreamPaidDocument,
    "\n  mutation FromMediaRefused($input: CreateMediaUploadInput!) {\n    createMediaUpload(input: $input) {\n      upload {\n        assetId\n      }\n      userErrors {\n        __typename\n        code\n        path\n      }\n    }\n  }\n": typeof types.FromMediaRefusedDocument,
    "\n  mutation FromMediaImport($source: MediaSource!) {\n    importMedia(input: { source: $source }) {\n      asset {\n        id\n        kind\n        mimeType\n        width\n        height\n        durationSeconds\n        hasAudio\n        bytes\n      }\n      userErrors {\n        __typename\n        code\n        path\n      }\n    }\n  }\n": typeof types.FromMediaImportDocument,
    "\n  query FromMediaMode($id: ID!) {\n    videoTask(id: $id) {\n      mode\n    }\n  }\n": typeof types.FromMediaModeDocument,
    "\n  query CreateOnceList($promptContains: String!) {\n    videoTasks(filter: { promptContains: $promptContains }) {\n      nodes {\n        id\n      }\n    }\n  }\n": typeof types.CreateOnceListDocument,
    "\n  mutation CreateTaskAll($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n        taskUUID\n        model\n        mode\n        status\n        progress\n        progressSource\n        etaSeconds\n        version\n        prompt\n        negativePrompt\n        shots {\n          startSeconds\n          endSeconds\n          description\n        }\n        quality\n        aspectRatio\n        width\n        height\n        durationSeconds\n        shotType\n        promptExtend\n        generateAudio\n        outputFormat\n        outputQuality\n        warnings {\n          code\n          path\n        }\n        results {\n          index\n          status\n          phase\n          seed\n          provider\n          video {\n            id\n          }\n        }\n        error {\n          code\n        }\n        events {\n          version\n          type\n        }\n        startedAt\n        finishedAt\n        retriedFrom {\n          id\n        }\n      }\n      replayed\n      warnings {\n        code\n        message\n        path\n      }\n      userErrors {\n        __typename\n        code\n        message\n        path\n      }\n    }\n  }\n": typeof types.CreateTaskAllDocument,
    "\n  query CreateTaskCount {\n    videoTasks(first: 100) {\n      nodes {\n        id\n      }\n    }\n  }\n": typeof types.CreateTaskCountDocument,
    "\n  mutation CreateToVideo($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n        status\n        version\n      }\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n": typeof types.CreateToVideoDocument,
    "\n  subscription WatchToVideo($id: ID!) {\n    videoTaskUpdated(id: $id) {\n      version\n      type\n      task {\n        status\n        progress\n        results {\n          phase\n          video {\n            url\n            mimeType\n            bytes\n            width\n            height\n            durationSeconds\n            frameRate\n          }\n          poster {\n            url\n            width\n            height\n          }\n        }\n      }\n    }\n  }\n": typeof types.WatchToVideoDocument,
    "\n  mutation DeleteTask($id: ID!) {\n    deleteVideoTask(input: { id: $id }) {\n      deletedId\n      userErrors {\n        __typename\n        code\n        path\n      }\n    }\n  }\n": typeof types.DeleteTaskDocument,
    "\n  mutation DeleteTaskCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      task {\n        id\n      }\n    }\n  }\n": typeof types.DeleteTaskCancelDocument,
    "\n  query DeleteTaskTraces($id: ID!, $ids: [ID!]!) {\n    node(id: $id) {\n      id\n    }\n    nodes(ids: $ids) {\n      id\n    }\n    videoTasks {\n      nodes {\n        id\n      }\n    }\n  }\n": typeof types.DeleteTaskTracesDocument,
    "\n  mutation FetchAgainRetry($id: ID!) {\n    retryVideoTask(input: { id: $id }) {\n      fetchedAgain\n      task {\n        ...TaskState\n        events {\n          version\n          type\n        }\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.FetchAgainRetryDocument,
    "\n  query FetchAgainDetails($id: ID!) {\n    videoTask(id: $id) {\n      results {\n        cost {\n          usd\n          estimated\n        }\n        video {\n          durationSeconds\n        }\n        error {\n          message\n        }\n      }\n    }\n  }\n": typeof types.FetchAgainDetailsDocument,
    "\n  mutation BucketImport($source: MediaSource!) {\n    importMedia(input: { source: $source }) {\n      asset {\n        id\n        mimeType\n        width\n        url\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.BucketImportDocument,
    "\n  query BucketVideo($id: ID!) {\n    videoTask(id: $id) {\n      results {\n        video {\n          url\n          bytes\n          sha256\n        }\n        poster {\n          url\n        }\n      }\n    }\n  }\n": typeof types.BucketVideoDocument,
    "\n  mutation BucketDelete($id: ID!) {\n    deleteVideoTask(input: { id: $id }) {\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.BucketDeleteDocument,
    "\n  query ListTasksPage($first: Int, $after: String, $last: Int, $before: String, $filter: VideoTaskFilter) {\n    videoTasks(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      edges {\n        cursor\n        node {\n          id\n          prompt\n        }\n      }\n      nodes {\n        id\n        createdAt\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      feedCursor\n    }\n  }\n": typeof types.ListTasksPageDocument,
    "\n  mutation ListTasksCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.ListTasksCancelDocument,
    "\n  query MediaLinks($id: ID!) {\n    videoTask(id: $id) {\n      status\n      expiresAt\n      results {\n        video {\n          id\n          url\n          urlExpiresAt\n          expiresAt\n          removedAt\n          bytes\n          sha256\n          mimeType\n        }\n        poster {\n          url\n          mimeType\n          bytes\n        }\n      }\n    }\n  }\n": typeof types.MediaLinksDocument,
    "\n  subscription NodeLeavesWatch($id: ID!, $afterVersion: Int) {\n    videoTaskUpdated(id: $id, afterVersion: $afterVersion) {\n      version\n    }\n  }\n": typeof types.NodeLeavesWatchDocument,
    "\n  mutation NodeLeavesCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      stillBilled\n    }\n  }\n": typeof types.NodeLeavesCancelDocument,
    "\n  mutation OnPostgresCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n      }\n      userErrors {\n        code\n      }\n      replayed\n    }\n  }\n": typeof types.OnPostgresCreateDocument,
    "\n  query OnPostgresList($filter: VideoTaskFilter) {\n    videoTasks(filter: $filter) {\n      nodes {\n        id\n        status\n      }\n      feedCursor\n    }\n  }\n": typeof types.OnPostgresListDocument,
    "\n  subscription OnPostgresWatch($id: ID!) {\n    videoTaskUpdated(id: $id, afterVersion: 0) {\n      version\n      type\n    }\n  }\n": typeof types.OnPostgresWatchDocument,
    "\n  subscription OnPostgresFeed($after: String) {\n    videoTasksUpdated(after: $after) {\n      cursor\n      event {\n        version\n        type\n        task {\n          id\n          results {\n            video {\n              url\n              bytes\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.OnPostgresFeedDocument,
    "\n  query OutputFiles($id: ID!) {\n    videoTask(id: $id) {\n      status\n      results {\n        video {\n          url\n          urlExpiresAt\n          mimeType\n          sha256\n        }\n        original {\n          url\n          mimeType\n        }\n        preview {\n          url\n          mimeType\n        }\n        storyboard {\n          sprite {\n            url\n            urlExpiresAt\n            width\n            height\n          }\n          vttUrl\n          vttUrlExpiresAt\n          columns\n          rows\n          count\n          tileWidth\n          tileHeight\n          intervalSeconds\n        }\n      }\n    }\n  }\n": typeof types.OutputFilesDocument,
    "\n  mutation RestartCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n      }\n    }\n  }\n": typeof types.RestartCreateDocument,
    "\n  subscription RestartWatch($id: ID!, $afterVersion: Int) {\n    videoTaskUpdated(id: $id, afterVersion: $afterVersion) {\n      version\n      type\n      task {\n        progress\n        results {\n          phase\n          providerTaskId\n        }\n      }\n    }\n  }\n": typeof types.RestartWatchDocument,
    "\n  mutation RetryTask($id: ID!) {\n    retryVideoTask(input: { id: $id }) {\n      task {\n        ...TaskState\n        ...RetryOptions\n        taskUUID\n        retriedFrom {\n          id\n          status\n          retriedFrom {\n            id\n          }\n        }\n      }\n      userErrors {\n        __typename\n        code\n        message\n        path\n      }\n    }\n  }\n": typeof types.RetryTaskDocument,
    "\n  query RetryTaskOptions($id: ID!) {\n    videoTask(id: $id) {\n      ...RetryOptions\n    }\n  }\n": typeof types.RetryTaskOptionsDocument,
    "\n  fragment RetryOptions on VideoTask {\n    model\n    mode\n    prompt\n    negativePrompt\n    shots {\n      description\n    }\n    quality\n    aspectRatio\n    width\n    height\n    durationSeconds\n    shotType\n    promptExtend\n    generateAudio\n    outputFormat\n    outputQuality\n    warnings {\n      code\n    }\n  }\n": typeof types.RetryOptionsFragmentDoc,
    "\n  mutation RetryTaskCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      task {\n        id\n      }\n    }\n  }\n": typeof types.RetryTaskCancelDocument,
    "\n  mutation RetryTaskDelete($id: ID!) {\n    deleteVideoTask(input: { id: $id }) {\n      deletedId\n    }\n  }\n": typeof types.RetryTaskDeleteDocument,
    "\n  mutation RoundTripsCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n      }\n    }\n  }\n": typeof types.RoundTripsCreateDocument,
    "\n  query RoundTripsPage($first: Int) {\n    videoTasks(first: $first) {\n      nodes {\n        ...RoundTripsTask\n      }\n    }\n  }\n": typeof types.RoundTripsPageDocument,
    "\n  query RoundTripsRead($id: ID!) {\n    videoTask(id: $id) {\n      ...RoundTripsTask\n    }\n  }\n": typeof types.RoundTripsReadDocument,
    "\n  fragment RoundTripsTask on VideoTask {\n    id\n    status\n    retriedFrom {\n      id\n    }\n    results {\n      status\n      video {\n        url\n      }\n      poster {\n        url\n      }\n      preview {\n        url\n      }\n    }\n  }\n": typeof types.RoundTripsTaskFragmentDoc,
    "\n  query SetAsideModels {\n    videoModels {\n      providers {\n        provider\n        available\n        unavailableReason\n        restrictions {\n          mode\n          maxDurationSeconds\n          maxReferenceImages\n          maxReferenceVideos\n          refusedInputs\n          promptRequired\n        }\n      }\n    }\n  }\n": typeof types.SetAsideModelsDocument,
    "\n  query SetAsideEstimate($input: CreateVideoTaskInput!) {\n    estimateVideoTask(input: $input) {\n      provider\n      warnings {\n        code\n        message\n        path\n      }\n    }\n  }\n": typeof types.SetAsideEstimateDocument,
    "\n  mutation SetAsideRetry($id: ID!) {\n    retryVideoTask(input: { id: $id }) {\n      task {\n        warnings {\n          code\n        }\n        results {\n          seed\n          provider\n          progressSource\n          cost {\n            usd\n          }\n        }\n      }\n    }\n  }\n": typeof types.SetAsideRetryDocument,
    "\n  mutation SetAsideCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      stillBilled\n    }\n  }\n": typeof types.SetAsideCancelDocument,
    "\n  mutation StoreAwayCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n      }\n    }\n  }\n": typeof types.StoreAwayCreateDocument,
    "\n  query StoreAwayList {\n    videoTasks {\n      feedCursor\n    }\n  }\n": typeof types.StoreAwayListDocument,
    "\n  mutation SurviveKillCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.SurviveKillCreateDocument,
    "\n  query SurviveKillTasks($first: Int!, $after: String) {\n    videoTasks(first: $first, after: $after) {\n      nodes {\n        id\n        status\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.SurviveKillTasksDocument,
    "\n  subscription SurviveKillWatch($id: ID!, $afterVersion: Int) {\n    videoTaskUpdated(id: $id, afterVersion: $afterVersion) {\n      version\n      type\n      resultIndex\n      task {\n        status\n        progress\n        results {\n          index\n          seed\n          phase\n          status\n          progress\n          providerTaskId\n          video {\n            id\n            url\n            bytes\n            durationSeconds\n            width\n            height\n          }\n          poster {\n            id\n            url\n          }\n          preview {\n            id\n          }\n          storyboard {\n            sprite {\n              id\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.SurviveKillWatchDocument,
    "\n  mutation SweepAfterKillUpload {\n    createMediaUpload(input: { fileName: \"held.png\" }) {\n      upload {\n        url\n      }\n    }\n  }\n": typeof types.SweepAfterKillUploadDocument,
    "\n  mutation SweepAfterKillImport($base64: String!) {\n    importMedia(input: { source: { base64: $base64 } }) {\n      asset {\n        id\n      }\n    }\n  }\n": typeof types.SweepAfterKillImportDocument,
    "\n  mutation UploadCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      replayed\n      task {\n        id\n      }\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n": typeof types.UploadCreateDocument,
    "\n  query UploadWatch($id: ID!) {\n    videoTask(id: $id) {\n      status\n      results {\n        phase\n        sensitive\n        safetyVerdict {\n          sensitive\n          checkedBy\n          category\n          score\n          framesChecked\n        }\n        uploadedTo\n        uploadError {\n          code\n          message\n        }\n        video {\n          bytes\n          sha256\n        }\n      }\n    }\n  }\n": typeof types.UploadWatchDocument,
    "\n  subscription WatchAll($after: String, $filter: VideoTaskFilter) {\n    videoTasksUpdated(after: $after, filter: $filter) {\n      cursor\n      event {\n        version\n        type\n        task {\n          id\n          prompt\n          status\n          version\n        }\n      }\n    }\n  }\n": typeof types.WatchAllDocument,
    "\n  query WatchAllList($after: String) {\n    videoTasks(first: 20, after: $after) {\n      nodes {\n        id\n        version\n        events(first: 40) {\n          version\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      feedCursor\n    }\n  }\n": typeof types.WatchAllListDocument,
    "\n  mutation WatchAllCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.WatchAllCancelDocument,
    "\n  subscription WatchByStream($id: ID!, $afterVersion: Int) {\n    videoTaskUpdated(id: $id, afterVersion: $afterVersion) {\n      version\n      type\n      task {\n        status\n      }\n    }\n  }\n": typeof types.WatchByStreamDocument,
    "\n  subscription WatchTask($id: ID!, $afterVersion: Int) {\n    videoTaskUpdated(id: $id, afterVersion: $afterVersion) {\n      version\n      type\n      at\n      resultIndex\n      task {\n        id\n        status\n        progress\n        version\n        results {\n          phase\n          progress\n        }\n      }\n    }\n  }\n": typeof types.WatchTaskDocument,
    "\n  query WatchTaskEvents($id: ID!, $after: Int, $first: Int) {\n    videoTask(id: $id) {\n      version\n      events(after: $after, first: $first) {\n        version\n        type\n        at\n        resultIndex\n        task {\n          id\n          status\n          progress\n          version\n          results {\n            phase\n            progress\n          }\n        }\n      }\n    }\n  }\n": typeof types.WatchTaskEventsDocument,
    "\n  mutation WatchTaskCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.WatchTaskCancelDocument,
    "\n  mutation WatchTaskDelete($id: ID!) {\n    deleteVideoTask(input: { id: $id }) {\n      deletedId\n    }\n  }\n": typeof types.WatchTaskDeleteDocument,
    "\n  fragment LoggedDelivery on WebhookDelivery {\n    id\n    type\n    url\n    status\n    createdAt\n    nextAttemptAt\n    task {\n      id\n    }\n    attempts {\n      at\n      latencyMs\n      statusCode\n      error\n      responseExcerpt\n    }\n  }\n": typeof types.LoggedDeliveryFragmentDoc,
    "\n  query WebhookLog($first: Int, $after: String) {\n    webhookDeliveries(first: $first, after: $after) {\n      nodes {\n        ...LoggedDelivery\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        endCursor\n      }\n    }\n  }\n": typeof types.WebhookLogDocument,
    "\n  query WebhookLogOfTask($id: ID!) {\n    videoTask(id: $id) {\n      webhookDeliveries {\n        ...LoggedDelivery\n      }\n    }\n  }\n": typeof types.WebhookLogOfTaskDocument,
    "\n  query WebhookLogOne($id: ID!) {\n    webhookDelivery(id: $id) {\n      status\n    }\n  }\n": typeof types.WebhookLogOneDocument,
    "\n  mutation WebhookLogRedeliver($deliveryId: ID!) {\n    redeliverWebhook(input: { deliveryId: $deliveryId }) {\n      delivery {\n        status\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": typeof types.WebhookLogRedeliverDocument,
    "\n  mutation WebhookLogTest($url: URL!) {\n    sendTestWebhook(input: { url: $url }) {\n      delivery {\n        id\n        type\n        task {\n          id\n        }\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": typeof types.WebhookLogTestDocument,
    "\n  mutation WebhookLogReplay($input: ReplayWebhooksInput!) {\n    replayWebhooks(input: $input) {\n      replayed\n      nextFrom\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": typeof types.WebhookLogReplayDocument,
    "\n  query WebhookLogSecret {\n    webhookSecret {\n      secret\n    }\n  }\n": typeof types.WebhookLogSecretDocument,
    "\n  mutation WebhookLogDelete($id: ID!) {\n    deleteVideoTask(input: { id: $id }) {\n      deletedId\n    }\n  }\n": typeof types.WebhookLogDeleteDocument,
    "\n  mutation WebhookLogKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      key\n    }\n  }\n": typeof types.WebhookLogKeyDocument,
    "\n  query WebhookReadmeSecret {\n    webhookSecret {\n      secret\n    }\n  }\n": typeof types.WebhookReadmeSecretDocument,
    "\n  mutation WebhookReadmeTest($url: URL!) {\n    sendTestWebhook(input: { url: $url }) {\n      delivery {\n        id\n      }\n    }\n  }\n": typeof types.WebhookReadmeTestDocument,
    "\n  query WebhookReadmeStatus($id: ID!) {\n    webhookDelivery(id: $id) {\n      status\n    }\n  }\n": typeof types.WebhookReadmeStatusDocument,
    "\n  query WebhookSecretNow {\n    webhookSecret {\n      secret\n      previousEndsAt\n    }\n  }\n": typeof types.WebhookSecretNowDocument,
    "\n  mutation WebhookRotate {\n    rotateWebhookSecret {\n      webhookSecret {\n        secret\n        previousEndsAt\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.WebhookRotateDocument,
    "\n  mutation WebhookSendAgain($id: ID!) {\n    redeliverWebhook(input: { deliveryId: $id }) {\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.WebhookSendAgainDocument,
    "\n  mutation WebhookCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      task {\n        status\n      }\n    }\n  }\n": typeof types.WebhookCancelDocument,
    "\n  mutation WebhookRetry($id: ID!) {\n    retryVideoTask(input: { id: $id }) {\n      task {\n        id\n      }\n    }\n  }\n": typeof types.WebhookRetryDocument,
    "\n  query WebhookEvents($id: ID!) {\n    videoTask(id: $id) {\n      events(first: 100) {\n        version\n        type\n        at\n        resultIndex\n        task {\n          ...TaskState\n        }\n      }\n    }\n  }\n": typeof types.WebhookEventsDocument,
    "\n  query EstimateVideoTask($input: CreateVideoTaskInput!) {\n    estimateVideoTask(input: $input) {\n      provider\n      cost {\n        usd\n        estimated\n      }\n      results {\n        index\n        usdPerSecond\n        videoSeconds\n        billedInputSeconds\n        usd\n      }\n      warnings {\n        code\n        path\n      }\n      userErrors {\n        __typename\n        code\n        message\n        path\n      }\n    }\n  }\n": typeof types.EstimateVideoTaskDocument,
    "\n  mutation EstimateImport($url: URL!) {\n    importMedia(input: { source: { url: $url } }) {\n      asset {\n        id\n        durationSeconds\n      }\n    }\n  }\n": typeof types.EstimateImportDocument,
    "\n  query EstimateCost($id: ID!) {\n    videoTask(id: $id) {\n      cost {\n        usd\n        estimated\n      }\n    }\n    videoTasks(first: 100) {\n      edges {\n        cursor\n      }\n    }\n  }\n": typeof types.EstimateCostDocument,
    "\n  query QueriesNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on VideoTask {\n        prompt\n      }\n      ... on MediaAsset {\n        mimeType\n      }\n    }\n    videoTask(id: $id) {\n      id\n    }\n    mediaAsset(id: $id) {\n      id\n      kind\n      width\n      height\n      url\n    }\n  }\n": typeof types.QueriesNodeDocument,
    "\n  query QueriesNodes($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      id\n    }\n  }\n": typeof types.QueriesNodesDocument,
    "\n  query QueriesViewer {\n    viewer {\n      id\n      name\n    }\n  }\n": typeof types.QueriesViewerDocument,
    "\n  query QueriesShots($prompt: String!) {\n    parseShots(prompt: $prompt) {\n      startSeconds\n      endSeconds\n      description\n    }\n  }\n": typeof types.QueriesShotsDocument,
    "\n  query QueriesModels {\n    videoModels {\n      name\n      promptMaxCharacters\n      negativePromptMaxCharacters\n      frameRate\n      numberResults {\n        min\n        max\n      }\n      outputQuality {\n        min\n        max\n      }\n      sizes {\n        quality\n        aspectRatio\n        width\n        height\n      }\n      modes {\n        mode\n        promptRequired\n        requiredInputs\n        allowedInputs\n        maxReferences\n        durationSeconds {\n          min\n          max\n        }\n      }\n      providers {\n        provider\n        modes\n        outputFormats\n        reportsProgress\n        costsMoney\n        seed {\n          min\n          max\n        }\n        durationSeconds {\n          min\n          max\n        }\n      }\n    }\n  }\n": typeof types.QueriesModelsDocument,
    "\n  mutation QueriesImport($base64: String!) {\n    importMedia(input: { source: { base64: $base64 } }) {\n      asset {\n        id\n      }\n    }\n  }\n": typeof types.QueriesImportDocument,
    "\n  query StockClientsViewer {\n    viewer {\n      name\n    }\n  }\n": typeof types.StockClientsViewerDocument,
    "\n  mutation StockClientsCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n        status\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.StockClientsCreateDocument,
    "\n  query StockClientsTask($id: ID!) {\n    videoTask(id: $id) {\n      id\n      status\n      progress\n    }\n  }\n": typeof types.StockClientsTaskDocument,
    "\n  subscription StockClientsWatch($id: ID!) {\n    videoTaskUpdated(id: $id) {\n      version\n      type\n      task {\n        id\n        status\n        progress\n      }\n    }\n  }\n": typeof types.StockClientsWatchDocument,
    "\n  mutation HostileImport($source: MediaSource!) {\n    importMedia(input: { source: $source }) {\n      asset {\n        id\n        url\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.HostileImportDocument,
    "\n  mutation HostileUpload($input: CreateMediaUploadInput!) {\n    createMediaUpload(input: $input) {\n      upload {\n        url\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.HostileUploadDocument,
    "\n  mutation FaultsCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.FaultsCreateDocument,
    "\n  query FaultsPage {\n    videoTasks(first: 100) {\n      nodes {\n        id\n        prompt\n        status\n        results {\n          phase\n          video {\n            url\n          }\n        }\n      }\n    }\n  }\n": typeof types.FaultsPageDocument,
    "\n  query FaultsFeedStart {\n    videoTasks(first: 1) {\n      feedCursor\n    }\n  }\n": typeof types.FaultsFeedStartDocument,
    "\n  subscription FaultsFeed($after: String) {\n    videoTasksUpdated(after: $after) {\n      cursor\n      event {\n        version\n        type\n        at\n        task {\n          id\n        }\n      }\n    }\n  }\n": typeof types.FaultsFeedDocument,
    "\n  mutation KeyedCallerCreate($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      key\n      apiKey {\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.KeyedCallerCreateDocument,
    "\n  mutation KeyedCallerLimits($input: SetCallerLimitsInput!) {\n    setCallerLimits(input: $input) {\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.KeyedCallerLimitsDocument,
    "\n  mutation PromisedUpload($input: CreateMediaUploadInput!) {\n    createMediaUpload(input: $input) {\n      upload {\n        assetId\n        url\n        method\n        headers {\n          name\n          value\n        }\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.PromisedUploadDocument,
    "\n  fragment TaskState on VideoTask {\n    id\n    status\n    progress\n    version\n    createdAt\n    startedAt\n    finishedAt\n    expiresAt\n    error {\n      code\n      message\n      retryable\n      billed\n    }\n    results {\n      id\n      index\n      status\n      phase\n      progress\n      seed\n      provider\n      providerTaskId\n      actualPrompt\n      error {\n        code\n      }\n      video {\n        id\n        url\n        bytes\n      }\n      poster {\n        id\n        url\n      }\n    }\n  }\n": typeof types.TaskStateFragmentDoc,
    "\n  mutation SupportCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        ...TaskState\n      }\n      replayed\n      warnings {\n        code\n        message\n        path\n      }\n      userErrors {\n        __typename\n        code\n        message\n        path\n      }\n    }\n  }\n": typeof types.SupportCreateDocument,
    "\n  query SupportFind($id: ID!) {\n    videoTask(id: $id) {\n      ...TaskState\n    }\n  }\n": typeof types.SupportFindDocument,
    "\n  subscription SupportWatch($id: ID!) {\n    videoTaskUpdated(id: $id) {\n      task {\n        ...TaskState\n      }\n    }\n  }\n": typeof types.SupportWatchDocument,
    "\n  subscription MetricsWatch($id: ID!) {\n    videoTaskUpdated(id: $id, afterVersion: 0) {\n      version\n    }\n  }\n": typeof types.MetricsWatchDocument,
};
const documents: Documents = {
    "\n  mutation ApiKeysCreate($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      key\n      apiKey {\n        id\n        scopes\n      }\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n": types.ApiKeysCreateDocument,
    "\n  mutation ApiKeysRevoke($id: ID!) {\n    revokeApiKey(input: { id: $id }) {\n      apiKey {\n        revokedAt\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n": types.ApiKeysRevokeDocument,
    "\n  query ApiKeysList {\n    apiKeys {\n      id\n      callerName\n      lastUsedAt\n    }\n  }\n": types.ApiKeysListDocument,
    "\n  query ApiKeysViewer {\n    viewer {\n      name\n      scopes\n    }\n  }\n": types.ApiKeysViewerDocument,
    "\n  subscription ApiKeysFeed {\n    videoTasksUpdated {\n      cursor\n    }\n  }\n": types.ApiKeysFeedDocument,
    "\n  mutation CallerLimitsSet($input: SetCallerLimitsInput!) {\n    setCallerLimits(input: $input) {\n      limits {\n        tasksPerMinute\n        tasksInFlight\n        usdPerDay\n        usdPerMonth\n      }\n      userErrors {\n        __typename\n        code\n        path\n      }\n    }\n  }\n": types.CallerLimitsSetDocument,
    "\n  query CallerLimitsViewer {\n    viewer {\n      limits {\n        tasksPerMinute\n        usdPerDay\n      }\n      use {\n        tasksInLastMinute\n        tasksInFlight\n        usdToday\n        usdThisMonth\n      }\n    }\n  }\n": types.CallerLimitsViewerDocument,
    "\n  mutation CallerLimitsCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      stillBilled\n    }\n  }\n": types.CallerLimitsCancelDocument,
    "\n  mutation CallerLimitsDelete($id: ID!) {\n    deleteVideoTask(input: { id: $id }) {\n      deletedId\n    }\n  }\n": types.CallerLimitsDeleteDocument,
    "\n      query CallerLimitsList {\n        videoTasks {\n          nodes {\n            id\n          }\n        }\n      }\n    ": types.CallerLimitsListDocument,
    "\n  mutation CancelTask($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      task {\n        ...TaskState\n      }\n      stillBilled\n      userErrors {\n        __typename\n        code\n        message\n        path\n      }\n    }\n  }\n": types.CancelTaskDocument,
    "\n  mutation CancelUpstream($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      stillBilled\n      task {\n        status\n        cost {\n          usd\n          estimated\n        }\n      }\n    }\n  }\n": types.CancelUpstreamDocument,
    "\n  query CancelUpstreamPaid($id: ID!) {\n    videoTask(id: $id) {\n      status\n      version\n      cost {\n        usd\n        estimated\n      }\n      results {\n        status\n        sensitive\n        video {\n          bytes\n        }\n        cost {\n          usd\n          estimated\n        }\n      }\n    }\n  }\n": types.CancelUpstreamPaidDocument,
    "\n  mutation FromMediaRefused($input: CreateMediaUploadInput!) {\n    createMediaUpload(input: $input) {\n      upload {\n        assetId\n      }\n      userErrors {\n        __typename\n        code\n        path\n      }\n    }\n  }\n": types.FromMediaRefusedDocument,
    "\n  mutation FromMediaImport($source: MediaSource!) {\n    importMedia(input: { source: $source }) {\n      asset {\n        id\n        kind\n        mimeType\n        width\n        height\n        durationSeconds\n        hasAudio\n        bytes\n      }\n      userErrors {\n        __typename\n        code\n        path\n      }\n    }\n  }\n": types.FromMediaImportDocument,
    "\n  query FromMediaMode($id: ID!) {\n    videoTask(id: $id) {\n      mode\n    }\n  }\n": types.FromMediaModeDocument,
    "\n  query CreateOnceList($promptContains: String!) {\n    videoTasks(filter: { promptContains: $promptContains }) {\n      nodes {\n        id\n      }\n    }\n  }\n": types.CreateOnceListDocument,
    "\n  mutation CreateTaskAll($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n        taskUUID\n        model\n        mode\n        status\n        progress\n        progressSource\n        etaSeconds\n        version\n        prompt\n        negativePrompt\n        shots {\n          startSeconds\n          endSeconds\n          description\n        }\n        quality\n        aspectRatio\n        width\n        height\n        durationSeconds\n        shotType\n        promptExtend\n        generateAudio\n        outputFormat\n        outputQuality\n        warnings {\n          code\n          path\n        }\n        results {\n          index\n          status\n          phase\n          seed\n          provider\n          video {\n            id\n          }\n        }\n        error {\n          code\n        }\n        events {\n          version\n          type\n        }\n        startedAt\n        finishedAt\n        retriedFrom {\n          id\n        }\n      }\n      replayed\n      warnings {\n        code\n        message\n        path\n      }\n      userErrors {\n        __typename\n        code\n        message\n        path\n      }\n    }\n  }\n": types.CreateTaskAllDocument,
    "\n  query CreateTaskCount {\n    videoTasks(first: 100) {\n      nodes {\n        id\n      }\n    }\n  }\n": types.CreateTaskCountDocument,
    "\n  mutation CreateToVideo($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n        status\n        version\n      }\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n": types.CreateToVideoDocument,
    "\n  subscription WatchToVideo($id: ID!) {\n    videoTaskUpdated(id: $id) {\n      version\n      type\n      task {\n        status\n        progress\n        results {\n          phase\n          video {\n            url\n            mimeType\n            bytes\n            width\n            height\n            durationSeconds\n            frameRate\n          }\n          poster {\n            url\n            width\n            height\n          }\n        }\n      }\n    }\n  }\n": types.WatchToVideoDocument,
    "\n  mutation DeleteTask($id: ID!) {\n    deleteVideoTask(input: { id: $id }) {\n      deletedId\n      userErrors {\n        __typename\n        code\n        path\n      }\n    }\n  }\n": types.DeleteTaskDocument,
    "\n  mutation DeleteTaskCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      task {\n        id\n      }\n    }\n  }\n": types.DeleteTaskCancelDocument,
    "\n  query DeleteTaskTraces($id: ID!, $ids: [ID!]!) {\n    node(id: $id) {\n      id\n    }\n    nodes(ids: $ids) {\n      id\n    }\n    videoTasks {\n      nodes {\n        id\n      }\n    }\n  }\n": types.DeleteTaskTracesDocument,
    "\n  mutation FetchAgainRetry($id: ID!) {\n    retryVideoTask(input: { id: $id }) {\n      fetchedAgain\n      task {\n        ...TaskState\n        events {\n          version\n          type\n        }\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n": types.FetchAgainRetryDocument,
    "\n  query FetchAgainDetails($id: ID!) {\n    videoTask(id: $id) {\n      results {\n        cost {\n          usd\n          estimated\n        }\n        video {\n          durationSeconds\n        }\n        error {\n          message\n        }\n      }\n    }\n  }\n": types.FetchAgainDetailsDocument,
    "\n  mutation BucketImport($source: MediaSource!) {\n    importMedia(input: { source: $source }) {\n      asset {\n        id\n        mimeType\n        width\n        url\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.BucketImportDocument,
    "\n  query BucketVideo($id: ID!) {\n    videoTask(id: $id) {\n      results {\n        video {\n          url\n          bytes\n          sha256\n        }\n        poster {\n          url\n        }\n      }\n    }\n  }\n": types.BucketVideoDocument,
    "\n  mutation BucketDelete($id: ID!) {\n    deleteVideoTask(input: { id: $id }) {\n      userErrors {\n        code\n      }\n    }\n  }\n": types.BucketDeleteDocument,
    "\n  query ListTasksPage($first: Int, $after: String, $last: Int, $before: String, $filter: VideoTaskFilter) {\n    videoTasks(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      edges {\n        cursor\n        node {\n          id\n          prompt\n        }\n      }\n      nodes {\n        id\n        createdAt\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      feedCursor\n    }\n  }\n": types.ListTasksPageDocument,
    "\n  mutation ListTasksCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      userErrors {\n        code\n      }\n    }\n  }\n": types.ListTasksCancelDocument,
    "\n  query MediaLinks($id: ID!) {\n    videoTask(id: $id) {\n      status\n      expiresAt\n      results {\n        video {\n          id\n          url\n          urlExpiresAt\n          expiresAt\n          removedAt\n          bytes\n          sha256\n          mimeType\n        }\n        poster {\n          url\n          mimeType\n          bytes\n        }\n      }\n    }\n  }\n": types.MediaLinksDocument,
    "\n  subscription NodeLeavesWatch($id: ID!, $afterVersion: Int) {\n    videoTaskUpdated(id: $id, afterVersion: $afterVersion) {\n      version\n    }\n  }\n": types.NodeLeavesWatchDocument,
    "\n  mutation NodeLeavesCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      stillBilled\n    }\n  }\n": types.NodeLeavesCancelDocument,
    "\n  mutation OnPostgresCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n      }\n      userErrors {\n        code\n      }\n      replayed\n    }\n  }\n": types.OnPostgresCreateDocument,
    "\n  query OnPostgresList($filter: VideoTaskFilter) {\n    videoTasks(filter: $filter) {\n      nodes {\n        id\n        status\n      }\n      feedCursor\n    }\n  }\n": types.OnPostgresListDocument,
    "\n  subscription OnPostgresWatch($id: ID!) {\n    videoTaskUpdated(id: $id, afterVersion: 0) {\n      version\n      type\n    }\n  }\n": types.OnPostgresWatchDocument,
    "\n  subscription OnPostgresFeed($after: String) {\n    videoTasksUpdated(after: $after) {\n      cursor\n      event {\n        version\n        type\n        task {\n          id\n          results {\n            video {\n              url\n              bytes\n            }\n          }\n        }\n      }\n    }\n  }\n": types.OnPostgresFeedDocument,
    "\n  query OutputFiles($id: ID!) {\n    videoTask(id: $id) {\n      status\n      results {\n        video {\n          url\n          urlExpiresAt\n          mimeType\n          sha256\n        }\n        original {\n          url\n          mimeType\n        }\n        preview {\n          url\n          mimeType\n        }\n        storyboard {\n          sprite {\n            url\n            urlExpiresAt\n            width\n            height\n          }\n          vttUrl\n          vttUrlExpiresAt\n          columns\n          rows\n          count\n          tileWidth\n          tileHeight\n          intervalSeconds\n        }\n      }\n    }\n  }\n": types.OutputFilesDocument,
    "\n  mutation RestartCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n      }\n    }\n  }\n": types.RestartCreateDocument,
    "\n  subscription RestartWatch($id: ID!, $afterVersion: Int) {\n    videoTaskUpdated(id: $id, afterVersion: $afterVersion) {\n      version\n      type\n      task {\n        progress\n        results {\n          phase\n          providerTaskId\n        }\n      }\n    }\n  }\n": types.RestartWatchDocument,
    "\n  mutation RetryTask($id: ID!) {\n    retryVideoTask(input: { id: $id }) {\n      task {\n        ...TaskState\n        ...RetryOptions\n        taskUUID\n        retriedFrom {\n          id\n          status\n          retriedFrom {\n            id\n          }\n        }\n      }\n      userErrors {\n        __typename\n        code\n        message\n        path\n      }\n    }\n  }\n": types.RetryTaskDocument,
    "\n  query RetryTaskOptions($id: ID!) {\n    videoTask(id: $id) {\n      ...RetryOptions\n    }\n  }\n": types.RetryTaskOptionsDocument,
    "\n  fragment RetryOptions on VideoTask {\n    model\n    mode\n    prompt\n    negativePrompt\n    shots {\n      description\n    }\n    quality\n    aspectRatio\n    width\n    height\n    durationSeconds\n    shotType\n    promptExtend\n    generateAudio\n    outputFormat\n    outputQuality\n    warnings {\n      code\n    }\n  }\n": types.RetryOptionsFragmentDoc,
    "\n  mutation RetryTaskCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      task {\n        id\n      }\n    }\n  }\n": types.RetryTaskCancelDocument,
    "\n  mutation RetryTaskDelete($id: ID!) {\n    deleteVideoTask(input: { id: $id }) {\n      deletedId\n    }\n  }\n": types.RetryTaskDeleteDocument,
    "\n  mutation RoundTripsCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n      }\n    }\n  }\n": types.RoundTripsCreateDocument,
    "\n  query RoundTripsPage($first: Int) {\n    videoTasks(first: $first) {\n      nodes {\n        ...RoundTripsTask\n      }\n    }\n  }\n": types.RoundTripsPageDocument,
    "\n  query RoundTripsRead($id: ID!) {\n    videoTask(id: $id) {\n      ...RoundTripsTask\n    }\n  }\n": types.RoundTripsReadDocument,
    "\n  fragment RoundTripsTask on VideoTask {\n    id\n    status\n    retriedFrom {\n      id\n    }\n    results {\n      status\n      video {\n        url\n      }\n      poster {\n        url\n      }\n      preview {\n        url\n      }\n    }\n  }\n": types.RoundTripsTaskFragmentDoc,
    "\n  query SetAsideModels {\n    videoModels {\n      providers {\n        provider\n        available\n        unavailableReason\n        restrictions {\n          mode\n          maxDurationSeconds\n          maxReferenceImages\n          maxReferenceVideos\n          refusedInputs\n          promptRequired\n        }\n      }\n    }\n  }\n": types.SetAsideModelsDocument,
    "\n  query SetAsideEstimate($input: CreateVideoTaskInput!) {\n    estimateVideoTask(input: $input) {\n      provider\n      warnings {\n        code\n        message\n        path\n      }\n    }\n  }\n": types.SetAsideEstimateDocument,
    "\n  mutation SetAsideRetry($id: ID!) {\n    retryVideoTask(input: { id: $id }) {\n      task {\n        warnings {\n          code\n        }\n        results {\n          seed\n          provider\n          progressSource\n          cost {\n            usd\n          }\n        }\n      }\n    }\n  }\n": types.SetAsideRetryDocument,
    "\n  mutation SetAsideCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      stillBilled\n    }\n  }\n": types.SetAsideCancelDocument,
    "\n  mutation StoreAwayCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n      }\n    }\n  }\n": types.StoreAwayCreateDocument,
    "\n  query StoreAwayList {\n    videoTasks {\n      feedCursor\n    }\n  }\n": types.StoreAwayListDocument,
    "\n  mutation SurviveKillCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.SurviveKillCreateDocument,
    "\n  query SurviveKillTasks($first: Int!, $after: String) {\n    videoTasks(first: $first, after: $after) {\n      nodes {\n        id\n        status\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.SurviveKillTasksDocument,
    "\n  subscription SurviveKillWatch($id: ID!, $afterVersion: Int) {\n    videoTaskUpdated(id: $id, afterVersion: $afterVersion) {\n      version\n      type\n      resultIndex\n      task {\n        status\n        progress\n        results {\n          index\n          seed\n          phase\n          status\n          progress\n          providerTaskId\n          video {\n            id\n            url\n            bytes\n            durationSeconds\n            width\n            height\n          }\n          poster {\n            id\n            url\n          }\n          preview {\n            id\n          }\n          storyboard {\n            sprite {\n              id\n            }\n          }\n        }\n      }\n    }\n  }\n": types.SurviveKillWatchDocument,
    "\n  mutation SweepAfterKillUpload {\n    createMediaUpload(input: { fileName: \"held.png\" }) {\n      upload {\n        url\n      }\n    }\n  }\n": types.SweepAfterKillUploadDocument,
    "\n  mutation SweepAfterKillImport($base64: String!) {\n    importMedia(input: { source: { base64: $base64 } }) {\n      asset {\n        id\n      }\n    }\n  }\n": types.SweepAfterKillImportDocument,
    "\n  mutation UploadCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      replayed\n      task {\n        id\n      }\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n": types.UploadCreateDocument,
    "\n  query UploadWatch($id: ID!) {\n    videoTask(id: $id) {\n      status\n      results {\n        phase\n        sensitive\n        safetyVerdict {\n          sensitive\n          checkedBy\n          category\n          score\n          framesChecked\n        }\n        uploadedTo\n        uploadError {\n          code\n          message\n        }\n        video {\n          bytes\n          sha256\n        }\n      }\n    }\n  }\n": types.UploadWatchDocument,
    "\n  subscription WatchAll($after: String, $filter: VideoTaskFilter) {\n    videoTasksUpdated(after: $after, filter: $filter) {\n      cursor\n      event {\n        version\n        type\n        task {\n          id\n          prompt\n          status\n          version\n        }\n      }\n    }\n  }\n": types.WatchAllDocument,
    "\n  query WatchAllList($after: String) {\n    videoTasks(first: 20, after: $after) {\n      nodes {\n        id\n        version\n        events(first: 40) {\n          version\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      feedCursor\n    }\n  }\n": types.WatchAllListDocument,
    "\n  mutation WatchAllCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      userErrors {\n        code\n      }\n    }\n  }\n": types.WatchAllCancelDocument,
    "\n  subscription WatchByStream($id: ID!, $afterVersion: Int) {\n    videoTaskUpdated(id: $id, afterVersion: $afterVersion) {\n      version\n      type\n      task {\n        status\n      }\n    }\n  }\n": types.WatchByStreamDocument,
    "\n  subscription WatchTask($id: ID!, $afterVersion: Int) {\n    videoTaskUpdated(id: $id, afterVersion: $afterVersion) {\n      version\n      type\n      at\n      resultIndex\n      task {\n        id\n        status\n        progress\n        version\n        results {\n          phase\n          progress\n        }\n      }\n    }\n  }\n": types.WatchTaskDocument,
    "\n  query WatchTaskEvents($id: ID!, $after: Int, $first: Int) {\n    videoTask(id: $id) {\n      version\n      events(after: $after, first: $first) {\n        version\n        type\n        at\n        resultIndex\n        task {\n          id\n          status\n          progress\n          version\n          results {\n            phase\n            progress\n          }\n        }\n      }\n    }\n  }\n": types.WatchTaskEventsDocument,
    "\n  mutation WatchTaskCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      userErrors {\n        code\n      }\n    }\n  }\n": types.WatchTaskCancelDocument,
    "\n  mutation WatchTaskDelete($id: ID!) {\n    deleteVideoTask(input: { id: $id }) {\n      deletedId\n    }\n  }\n": types.WatchTaskDeleteDocument,
    "\n  fragment LoggedDelivery on WebhookDelivery {\n    id\n    type\n    url\n    status\n    createdAt\n    nextAttemptAt\n    task {\n      id\n    }\n    attempts {\n      at\n      latencyMs\n      statusCode\n      error\n      responseExcerpt\n    }\n  }\n": types.LoggedDeliveryFragmentDoc,
    "\n  query WebhookLog($first: Int, $after: String) {\n    webhookDeliveries(first: $first, after: $after) {\n      nodes {\n        ...LoggedDelivery\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        endCursor\n      }\n    }\n  }\n": types.WebhookLogDocument,
    "\n  query WebhookLogOfTask($id: ID!) {\n    videoTask(id: $id) {\n      webhookDeliveries {\n        ...LoggedDelivery\n      }\n    }\n  }\n": types.WebhookLogOfTaskDocument,
    "\n  query WebhookLogOne($id: ID!) {\n    webhookDelivery(id: $id) {\n      status\n    }\n  }\n": types.WebhookLogOneDocument,
    "\n  mutation WebhookLogRedeliver($deliveryId: ID!) {\n    redeliverWebhook(input: { deliveryId: $deliveryId }) {\n      delivery {\n        status\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": types.WebhookLogRedeliverDocument,
    "\n  mutation WebhookLogTest($url: URL!) {\n    sendTestWebhook(input: { url: $url }) {\n      delivery {\n        id\n        type\n        task {\n          id\n        }\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": types.WebhookLogTestDocument,
    "\n  mutation WebhookLogReplay($input: ReplayWebhooksInput!) {\n    replayWebhooks(input: $input) {\n      replayed\n      nextFrom\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": types.WebhookLogReplayDocument,
    "\n  query WebhookLogSecret {\n    webhookSecret {\n      secret\n    }\n  }\n": types.WebhookLogSecretDocument,
    "\n  mutation WebhookLogDelete($id: ID!) {\n    deleteVideoTask(input: { id: $id }) {\n      deletedId\n    }\n  }\n": types.WebhookLogDeleteDocument,
    "\n  mutation WebhookLogKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      key\n    }\n  }\n": types.WebhookLogKeyDocument,
    "\n  query WebhookReadmeSecret {\n    webhookSecret {\n      secret\n    }\n  }\n": types.WebhookReadmeSecretDocument,
    "\n  mutation WebhookReadmeTest($url: URL!) {\n    sendTestWebhook(input: { url: $url }) {\n      delivery {\n        id\n      }\n    }\n  }\n": types.WebhookReadmeTestDocument,
    "\n  query WebhookReadmeStatus($id: ID!) {\n    webhookDelivery(id: $id) {\n      status\n    }\n  }\n": types.WebhookReadmeStatusDocument,
    "\n  query WebhookSecretNow {\n    webhookSecret {\n      secret\n      previousEndsAt\n    }\n  }\n": types.WebhookSecretNowDocument,
    "\n  mutation WebhookRotate {\n    rotateWebhookSecret {\n      webhookSecret {\n        secret\n        previousEndsAt\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.WebhookRotateDocument,
    "\n  mutation WebhookSendAgain($id: ID!) {\n    redeliverWebhook(input: { deliveryId: $id }) {\n      userErrors {\n        message\n      }\n    }\n  }\n": types.WebhookSendAgainDocument,
    "\n  mutation WebhookCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      task {\n        status\n      }\n    }\n  }\n": types.WebhookCancelDocument,
    "\n  mutation WebhookRetry($id: ID!) {\n    retryVideoTask(input: { id: $id }) {\n      task {\n        id\n      }\n    }\n  }\n": types.WebhookRetryDocument,
    "\n  query WebhookEvents($id: ID!) {\n    videoTask(id: $id) {\n      events(first: 100) {\n        version\n        type\n        at\n        resultIndex\n        task {\n          ...TaskState\n        }\n      }\n    }\n  }\n": types.WebhookEventsDocument,
    "\n  query EstimateVideoTask($input: CreateVideoTaskInput!) {\n    estimateVideoTask(input: $input) {\n      provider\n      cost {\n        usd\n        estimated\n      }\n      results {\n        index\n        usdPerSecond\n        videoSeconds\n        billedInputSeconds\n        usd\n      }\n      warnings {\n        code\n        path\n      }\n      userErrors {\n        __typename\n        code\n        message\n        path\n      }\n    }\n  }\n": types.EstimateVideoTaskDocument,
    "\n  mutation EstimateImport($url: URL!) {\n    importMedia(input: { source: { url: $url } }) {\n      asset {\n        id\n        durationSeconds\n      }\n    }\n  }\n": types.EstimateImportDocument,
    "\n  query EstimateCost($id: ID!) {\n    videoTask(id: $id) {\n      cost {\n        usd\n        estimated\n      }\n    }\n    videoTasks(first: 100) {\n      edges {\n        cursor\n      }\n    }\n  }\n": types.EstimateCostDocument,
    "\n  query QueriesNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on VideoTask {\n        prompt\n      }\n      ... on MediaAsset {\n        mimeType\n      }\n    }\n    videoTask(id: $id) {\n      id\n    }\n    mediaAsset(id: $id) {\n      id\n      kind\n      width\n      height\n      url\n    }\n  }\n": types.QueriesNodeDocument,
    "\n  query QueriesNodes($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      id\n    }\n  }\n": types.QueriesNodesDocument,
    "\n  query QueriesViewer {\n    viewer {\n      id\n      name\n    }\n  }\n": types.QueriesViewerDocument,
    "\n  query QueriesShots($prompt: String!) {\n    parseShots(prompt: $prompt) {\n      startSeconds\n      endSeconds\n      description\n    }\n  }\n": types.QueriesShotsDocument,
    "\n  query QueriesModels {\n    videoModels {\n      name\n      promptMaxCharacters\n      negativePromptMaxCharacters\n      frameRate\n      numberResults {\n        min\n        max\n      }\n      outputQuality {\n        min\n        max\n      }\n      sizes {\n        quality\n        aspectRatio\n        width\n        height\n      }\n      modes {\n        mode\n        promptRequired\n        requiredInputs\n        allowedInputs\n        maxReferences\n        durationSeconds {\n          min\n          max\n        }\n      }\n      providers {\n        provider\n        modes\n        outputFormats\n        reportsProgress\n        costsMoney\n        seed {\n          min\n          max\n        }\n        durationSeconds {\n          min\n          max\n        }\n      }\n    }\n  }\n": types.QueriesModelsDocument,
    "\n  mutation QueriesImport($base64: String!) {\n    importMedia(input: { source: { base64: $base64 } }) {\n      asset {\n        id\n      }\n    }\n  }\n": types.QueriesImportDocument,
    "\n  query StockClientsViewer {\n    viewer {\n      name\n    }\n  }\n": types.StockClientsViewerDocument,
    "\n  mutation StockClientsCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n        status\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n": types.StockClientsCreateDocument,
    "\n  query StockClientsTask($id: ID!) {\n    videoTask(id: $id) {\n      id\n      status\n      progress\n    }\n  }\n": types.StockClientsTaskDocument,
    "\n  subscription StockClientsWatch($id: ID!) {\n    videoTaskUpdated(id: $id) {\n      version\n      type\n      task {\n        id\n        status\n        progress\n      }\n    }\n  }\n": types.StockClientsWatchDocument,
    "\n  mutation HostileImport($source: MediaSource!) {\n    importMedia(input: { source: $source }) {\n      asset {\n        id\n        url\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.HostileImportDocument,
    "\n  mutation HostileUpload($input: CreateMediaUploadInput!) {\n    createMediaUpload(input: $input) {\n      upload {\n        url\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n": types.HostileUploadDocument,
    "\n  mutation FaultsCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.FaultsCreateDocument,
    "\n  query FaultsPage {\n    videoTasks(first: 100) {\n      nodes {\n        id\n        prompt\n        status\n        results {\n          phase\n          video {\n            url\n          }\n        }\n      }\n    }\n  }\n": types.FaultsPageDocument,
    "\n  query FaultsFeedStart {\n    videoTasks(first: 1) {\n      feedCursor\n    }\n  }\n": types.FaultsFeedStartDocument,
    "\n  subscription FaultsFeed($after: String) {\n    videoTasksUpdated(after: $after) {\n      cursor\n      event {\n        version\n        type\n        at\n        task {\n          id\n        }\n      }\n    }\n  }\n": types.FaultsFeedDocument,
    "\n  mutation KeyedCallerCreate($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      key\n      apiKey {\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.KeyedCallerCreateDocument,
    "\n  mutation KeyedCallerLimits($input: SetCallerLimitsInput!) {\n    setCallerLimits(input: $input) {\n      userErrors {\n        message\n      }\n    }\n  }\n": types.KeyedCallerLimitsDocument,
    "\n  mutation PromisedUpload($input: CreateMediaUploadInput!) {\n    createMediaUpload(input: $input) {\n      upload {\n        assetId\n        url\n        method\n        headers {\n          name\n          value\n        }\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.PromisedUploadDocument,
    "\n  fragment TaskState on VideoTask {\n    id\n    status\n    progress\n    version\n    createdAt\n    startedAt\n    finishedAt\n    expiresAt\n    error {\n      code\n      message\n      retryable\n      billed\n    }\n    results {\n      id\n      index\n      status\n      phase\n      progress\n      seed\n      provider\n      providerTaskId\n      actualPrompt\n      error {\n        code\n      }\n      video {\n        id\n        url\n        bytes\n      }\n      poster {\n        id\n        url\n      }\n    }\n  }\n": types.TaskStateFragmentDoc,
    "\n  mutation SupportCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        ...TaskState\n      }\n      replayed\n      warnings {\n        code\n        message\n        path\n      }\n      userErrors {\n        __typename\n        code\n        message\n        path\n      }\n    }\n  }\n": types.SupportCreateDocument,
    "\n  query SupportFind($id: ID!) {\n    videoTask(id: $id) {\n      ...TaskState\n    }\n  }\n": types.SupportFindDocument,
    "\n  subscription SupportWatch($id: ID!) {\n    videoTaskUpdated(id: $id) {\n      task {\n        ...TaskState\n      }\n    }\n  }\n": types.SupportWatchDocument,
    "\n  subscription MetricsWatch($id: ID!) {\n    videoTaskUpdated(id: $id, afterVersion: 0) {\n      version\n    }\n  }\n": types.MetricsWatchDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApiKeysCreate($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      key\n      apiKey {\n        id\n        scopes\n      }\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ApiKeysCreate($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      key\n      apiKey {\n        id\n        scopes\n      }\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApiKeysRevoke($id: ID!) {\n    revokeApiKey(input: { id: $id }) {\n      apiKey {\n        revokedAt\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ApiKeysRevoke($id: ID!) {\n    revokeApiKey(input: { id: $id }) {\n      apiKey {\n        revokedAt\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApiKeysList {\n    apiKeys {\n      id\n      callerName\n      lastUsedAt\n    }\n  }\n"): (typeof documents)["\n  query ApiKeysList {\n    apiKeys {\n      id\n      callerName\n      lastUsedAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApiKeysViewer {\n    viewer {\n      name\n      scopes\n    }\n  }\n"): (typeof documents)["\n  query ApiKeysViewer {\n    viewer {\n      name\n      scopes\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ApiKeysFeed {\n    videoTasksUpdated {\n      cursor\n    }\n  }\n"): (typeof documents)["\n  subscription ApiKeysFeed {\n    videoTasksUpdated {\n      cursor\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CallerLimitsSet($input: SetCallerLimitsInput!) {\n    setCallerLimits(input: $input) {\n      limits {\n        tasksPerMinute\n        tasksInFlight\n        usdPerDay\n        usdPerMonth\n      }\n      userErrors {\n        __typename\n        code\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CallerLimitsSet($input: SetCallerLimitsInput!) {\n    setCallerLimits(input: $input) {\n      limits {\n        tasksPerMinute\n        tasksInFlight\n        usdPerDay\n        usdPerMonth\n      }\n      userErrors {\n        __typename\n        code\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CallerLimitsViewer {\n    viewer {\n      limits {\n        tasksPerMinute\n        usdPerDay\n      }\n      use {\n        tasksInLastMinute\n        tasksInFlight\n        usdToday\n        usdThisMonth\n      }\n    }\n  }\n"): (typeof documents)["\n  query CallerLimitsViewer {\n    viewer {\n      limits {\n        tasksPerMinute\n        usdPerDay\n      }\n      use {\n        tasksInLastMinute\n        tasksInFlight\n        usdToday\n        usdThisMonth\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CallerLimitsCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      stillBilled\n    }\n  }\n"): (typeof documents)["\n  mutation CallerLimitsCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      stillBilled\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CallerLimitsDelete($id: ID!) {\n    deleteVideoTask(input: { id: $id }) {\n      deletedId\n    }\n  }\n"): (typeof documents)["\n  mutation CallerLimitsDelete($id: ID!) {\n    deleteVideoTask(input: { id: $id }) {\n      deletedId\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query CallerLimitsList {\n        videoTasks {\n          nodes {\n            id\n          }\n        }\n      }\n    "): (typeof documents)["\n      query CallerLimitsList {\n        videoTasks {\n          nodes {\n            id\n          }\n        }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelTask($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      task {\n        ...TaskState\n      }\n      stillBilled\n      userErrors {\n        __typename\n        code\n        message\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CancelTask($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      task {\n        ...TaskState\n      }\n      stillBilled\n      userErrors {\n        __typename\n        code\n        message\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelUpstream($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      stillBilled\n      task {\n        status\n        cost {\n          usd\n          estimated\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CancelUpstream($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      stillBilled\n      task {\n        status\n        cost {\n          usd\n          estimated\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CancelUpstreamPaid($id: ID!) {\n    videoTask(id: $id) {\n      status\n      version\n      cost {\n        usd\n        estimated\n      }\n      results {\n        status\n        sensitive\n        video {\n          bytes\n        }\n        cost {\n          usd\n          estimated\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CancelUpstreamPaid($id: ID!) {\n    videoTask(id: $id) {\n      status\n      version\n      cost {\n        usd\n        estimated\n      }\n      results {\n        status\n        sensitive\n        video {\n          bytes\n        }\n        cost {\n          usd\n          estimated\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FromMediaRefused($input: CreateMediaUploadInput!) {\n    createMediaUpload(input: $input) {\n      upload {\n        assetId\n      }\n      userErrors {\n        __typename\n        code\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation FromMediaRefused($input: CreateMediaUploadInput!) {\n    createMediaUpload(input: $input) {\n      upload {\n        assetId\n      }\n      userErrors {\n        __typename\n        code\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FromMediaImport($source: MediaSource!) {\n    importMedia(input: { source: $source }) {\n      asset {\n        id\n        kind\n        mimeType\n        width\n        height\n        durationSeconds\n        hasAudio\n        bytes\n      }\n      userErrors {\n        __typename\n        code\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation FromMediaImport($source: MediaSource!) {\n    importMedia(input: { source: $source }) {\n      asset {\n        id\n        kind\n        mimeType\n        width\n        height\n        durationSeconds\n        hasAudio\n        bytes\n      }\n      userErrors {\n        __typename\n        code\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FromMediaMode($id: ID!) {\n    videoTask(id: $id) {\n      mode\n    }\n  }\n"): (typeof documents)["\n  query FromMediaMode($id: ID!) {\n    videoTask(id: $id) {\n      mode\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CreateOnceList($promptContains: String!) {\n    videoTasks(filter: { promptContains: $promptContains }) {\n      nodes {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  query CreateOnceList($promptContains: String!) {\n    videoTasks(filter: { promptContains: $promptContains }) {\n      nodes {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateTaskAll($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n        taskUUID\n        model\n        mode\n        status\n        progress\n        progressSource\n        etaSeconds\n        version\n        prompt\n        negativePrompt\n        shots {\n          startSeconds\n          endSeconds\n          description\n        }\n        quality\n        aspectRatio\n        width\n        height\n        durationSeconds\n        shotType\n        promptExtend\n        generateAudio\n        outputFormat\n        outputQuality\n        warnings {\n          code\n          path\n        }\n        results {\n          index\n          status\n          phase\n          seed\n          provider\n          video {\n            id\n          }\n        }\n        error {\n          code\n        }\n        events {\n          version\n          type\n        }\n        startedAt\n        finishedAt\n        retriedFrom {\n          id\n        }\n      }\n      replayed\n      warnings {\n        code\n        message\n        path\n      }\n      userErrors {\n        __typename\n        code\n        message\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateTaskAll($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n        taskUUID\n        model\n        mode\n        status\n        progress\n        progressSource\n        etaSeconds\n        version\n        prompt\n        negativePrompt\n        shots {\n          startSeconds\n          endSeconds\n          description\n        }\n        quality\n        aspectRatio\n        width\n        height\n        durationSeconds\n        shotType\n        promptExtend\n        generateAudio\n        outputFormat\n        outputQuality\n        warnings {\n          code\n          path\n        }\n        results {\n          index\n          status\n          phase\n          seed\n          provider\n          video {\n            id\n          }\n        }\n        error {\n          code\n        }\n        events {\n          version\n          type\n        }\n        startedAt\n        finishedAt\n        retriedFrom {\n          id\n        }\n      }\n      replayed\n      warnings {\n        code\n        message\n        path\n      }\n      userErrors {\n        __typename\n        code\n        message\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CreateTaskCount {\n    videoTasks(first: 100) {\n      nodes {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  query CreateTaskCount {\n    videoTasks(first: 100) {\n      nodes {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateToVideo($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n        status\n        version\n      }\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateToVideo($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n        status\n        version\n      }\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription WatchToVideo($id: ID!) {\n    videoTaskUpdated(id: $id) {\n      version\n      type\n      task {\n        status\n        progress\n        results {\n          phase\n          video {\n            url\n            mimeType\n            bytes\n            width\n            height\n            durationSeconds\n            frameRate\n          }\n          poster {\n            url\n            width\n            height\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription WatchToVideo($id: ID!) {\n    videoTaskUpdated(id: $id) {\n      version\n      type\n      task {\n        status\n        progress\n        results {\n          phase\n          video {\n            url\n            mimeType\n            bytes\n            width\n            height\n            durationSeconds\n            frameRate\n          }\n          poster {\n            url\n            width\n            height\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteTask($id: ID!) {\n    deleteVideoTask(input: { id: $id }) {\n      deletedId\n      userErrors {\n        __typename\n        code\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteTask($id: ID!) {\n    deleteVideoTask(input: { id: $id }) {\n      deletedId\n      userErrors {\n        __typename\n        code\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteTaskCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      task {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteTaskCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      task {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DeleteTaskTraces($id: ID!, $ids: [ID!]!) {\n    node(id: $id) {\n      id\n    }\n    nodes(ids: $ids) {\n      id\n    }\n    videoTasks {\n      nodes {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  query DeleteTaskTraces($id: ID!, $ids: [ID!]!) {\n    node(id: $id) {\n      id\n    }\n    nodes(ids: $ids) {\n      id\n    }\n    videoTasks {\n      nodes {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FetchAgainRetry($id: ID!) {\n    retryVideoTask(input: { id: $id }) {\n      fetchedAgain\n      task {\n        ...TaskState\n        events {\n          version\n          type\n        }\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation FetchAgainRetry($id: ID!) {\n    retryVideoTask(input: { id: $id }) {\n      fetchedAgain\n      task {\n        ...TaskState\n        events {\n          version\n          type\n        }\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FetchAgainDetails($id: ID!) {\n    videoTask(id: $id) {\n      results {\n        cost {\n          usd\n          estimated\n        }\n        video {\n          durationSeconds\n        }\n        error {\n          message\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query FetchAgainDetails($id: ID!) {\n    videoTask(id: $id) {\n      results {\n        cost {\n          usd\n          estimated\n        }\n        video {\n          durationSeconds\n        }\n        error {\n          message\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BucketImport($source: MediaSource!) {\n    importMedia(input: { source: $source }) {\n      asset {\n        id\n        mimeType\n        width\n        url\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation BucketImport($source: MediaSource!) {\n    importMedia(input: { source: $source }) {\n      asset {\n        id\n        mimeType\n        width\n        url\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BucketVideo($id: ID!) {\n    videoTask(id: $id) {\n      results {\n        video {\n          url\n          bytes\n          sha256\n        }\n        poster {\n          url\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query BucketVideo($id: ID!) {\n    videoTask(id: $id) {\n      results {\n        video {\n          url\n          bytes\n          sha256\n        }\n        poster {\n          url\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BucketDelete($id: ID!) {\n    deleteVideoTask(input: { id: $id }) {\n      userErrors {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation BucketDelete($id: ID!) {\n    deleteVideoTask(input: { id: $id }) {\n      userErrors {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListTasksPage($first: Int, $after: String, $last: Int, $before: String, $filter: VideoTaskFilter) {\n    videoTasks(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      edges {\n        cursor\n        node {\n          id\n          prompt\n        }\n      }\n      nodes {\n        id\n        createdAt\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      feedCursor\n    }\n  }\n"): (typeof documents)["\n  query ListTasksPage($first: Int, $after: String, $last: Int, $before: String, $filter: VideoTaskFilter) {\n    videoTasks(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      edges {\n        cursor\n        node {\n          id\n          prompt\n        }\n      }\n      nodes {\n        id\n        createdAt\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      feedCursor\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ListTasksCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      userErrors {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ListTasksCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      userErrors {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MediaLinks($id: ID!) {\n    videoTask(id: $id) {\n      status\n      expiresAt\n      results {\n        video {\n          id\n          url\n          urlExpiresAt\n          expiresAt\n          removedAt\n          bytes\n          sha256\n          mimeType\n        }\n        poster {\n          url\n          mimeType\n          bytes\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query MediaLinks($id: ID!) {\n    videoTask(id: $id) {\n      status\n      expiresAt\n      results {\n        video {\n          id\n          url\n          urlExpiresAt\n          expiresAt\n          removedAt\n          bytes\n          sha256\n          mimeType\n        }\n        poster {\n          url\n          mimeType\n          bytes\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription NodeLeavesWatch($id: ID!, $afterVersion: Int) {\n    videoTaskUpdated(id: $id, afterVersion: $afterVersion) {\n      version\n    }\n  }\n"): (typeof documents)["\n  subscription NodeLeavesWatch($id: ID!, $afterVersion: Int) {\n    videoTaskUpdated(id: $id, afterVersion: $afterVersion) {\n      version\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation NodeLeavesCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      stillBilled\n    }\n  }\n"): (typeof documents)["\n  mutation NodeLeavesCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      stillBilled\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OnPostgresCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n      }\n      userErrors {\n        code\n      }\n      replayed\n    }\n  }\n"): (typeof documents)["\n  mutation OnPostgresCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n      }\n      userErrors {\n        code\n      }\n      replayed\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OnPostgresList($filter: VideoTaskFilter) {\n    videoTasks(filter: $filter) {\n      nodes {\n        id\n        status\n      }\n      feedCursor\n    }\n  }\n"): (typeof documents)["\n  query OnPostgresList($filter: VideoTaskFilter) {\n    videoTasks(filter: $filter) {\n      nodes {\n        id\n        status\n      }\n      feedCursor\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription OnPostgresWatch($id: ID!) {\n    videoTaskUpdated(id: $id, afterVersion: 0) {\n      version\n      type\n    }\n  }\n"): (typeof documents)["\n  subscription OnPostgresWatch($id: ID!) {\n    videoTaskUpdated(id: $id, afterVersion: 0) {\n      version\n      type\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription OnPostgresFeed($after: String) {\n    videoTasksUpdated(after: $after) {\n      cursor\n      event {\n        version\n        type\n        task {\n          id\n          results {\n            video {\n              url\n              bytes\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription OnPostgresFeed($after: String) {\n    videoTasksUpdated(after: $after) {\n      cursor\n      event {\n        version\n        type\n        task {\n          id\n          results {\n            video {\n              url\n              bytes\n            }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OutputFiles($id: ID!) {\n    videoTask(id: $id) {\n      status\n      results {\n        video {\n          url\n          urlExpiresAt\n          mimeType\n          sha256\n        }\n        original {\n          url\n          mimeType\n        }\n        preview {\n          url\n          mimeType\n        }\n        storyboard {\n          sprite {\n            url\n            urlExpiresAt\n            width\n            height\n          }\n          vttUrl\n          vttUrlExpiresAt\n          columns\n          rows\n          count\n          tileWidth\n          tileHeight\n          intervalSeconds\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query OutputFiles($id: ID!) {\n    videoTask(id: $id) {\n      status\n      results {\n        video {\n          url\n          urlExpiresAt\n          mimeType\n          sha256\n        }\n        original {\n          url\n          mimeType\n        }\n        preview {\n          url\n          mimeType\n        }\n        storyboard {\n          sprite {\n            url\n            urlExpiresAt\n            width\n            height\n          }\n          vttUrl\n          vttUrlExpiresAt\n          columns\n          rows\n          count\n          tileWidth\n          tileHeight\n          intervalSeconds\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestartCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RestartCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription RestartWatch($id: ID!, $afterVersion: Int) {\n    videoTaskUpdated(id: $id, afterVersion: $afterVersion) {\n      version\n      type\n      task {\n        progress\n        results {\n          phase\n          providerTaskId\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription RestartWatch($id: ID!, $afterVersion: Int) {\n    videoTaskUpdated(id: $id, afterVersion: $afterVersion) {\n      version\n      type\n      task {\n        progress\n        results {\n          phase\n          providerTaskId\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryTask($id: ID!) {\n    retryVideoTask(input: { id: $id }) {\n      task {\n        ...TaskState\n        ...RetryOptions\n        taskUUID\n        retriedFrom {\n          id\n          status\n          retriedFrom {\n            id\n          }\n        }\n      }\n      userErrors {\n        __typename\n        code\n        message\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RetryTask($id: ID!) {\n    retryVideoTask(input: { id: $id }) {\n      task {\n        ...TaskState\n        ...RetryOptions\n        taskUUID\n        retriedFrom {\n          id\n          status\n          retriedFrom {\n            id\n          }\n        }\n      }\n      userErrors {\n        __typename\n        code\n        message\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RetryTaskOptions($id: ID!) {\n    videoTask(id: $id) {\n      ...RetryOptions\n    }\n  }\n"): (typeof documents)["\n  query RetryTaskOptions($id: ID!) {\n    videoTask(id: $id) {\n      ...RetryOptions\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RetryOptions on VideoTask {\n    model\n    mode\n    prompt\n    negativePrompt\n    shots {\n      description\n    }\n    quality\n    aspectRatio\n    width\n    height\n    durationSeconds\n    shotType\n    promptExtend\n    generateAudio\n    outputFormat\n    outputQuality\n    warnings {\n      code\n    }\n  }\n"): (typeof documents)["\n  fragment RetryOptions on VideoTask {\n    model\n    mode\n    prompt\n    negativePrompt\n    shots {\n      description\n    }\n    quality\n    aspectRatio\n    width\n    height\n    durationSeconds\n    shotType\n    promptExtend\n    generateAudio\n    outputFormat\n    outputQuality\n    warnings {\n      code\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryTaskCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      task {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RetryTaskCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      task {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryTaskDelete($id: ID!) {\n    deleteVideoTask(input: { id: $id }) {\n      deletedId\n    }\n  }\n"): (typeof documents)["\n  mutation RetryTaskDelete($id: ID!) {\n    deleteVideoTask(input: { id: $id }) {\n      deletedId\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RoundTripsCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RoundTripsCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RoundTripsPage($first: Int) {\n    videoTasks(first: $first) {\n      nodes {\n        ...RoundTripsTask\n      }\n    }\n  }\n"): (typeof documents)["\n  query RoundTripsPage($first: Int) {\n    videoTasks(first: $first) {\n      nodes {\n        ...RoundTripsTask\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RoundTripsRead($id: ID!) {\n    videoTask(id: $id) {\n      ...RoundTripsTask\n    }\n  }\n"): (typeof documents)["\n  query RoundTripsRead($id: ID!) {\n    videoTask(id: $id) {\n      ...RoundTripsTask\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RoundTripsTask on VideoTask {\n    id\n    status\n    retriedFrom {\n      id\n    }\n    results {\n      status\n      video {\n        url\n      }\n      poster {\n        url\n      }\n      preview {\n        url\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment RoundTripsTask on VideoTask {\n    id\n    status\n    retriedFrom {\n      id\n    }\n    results {\n      status\n      video {\n        url\n      }\n      poster {\n        url\n      }\n      preview {\n        url\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SetAsideModels {\n    videoModels {\n      providers {\n        provider\n        available\n        unavailableReason\n        restrictions {\n          mode\n          maxDurationSeconds\n          maxReferenceImages\n          maxReferenceVideos\n          refusedInputs\n          promptRequired\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query SetAsideModels {\n    videoModels {\n      providers {\n        provider\n        available\n        unavailableReason\n        restrictions {\n          mode\n          maxDurationSeconds\n          maxReferenceImages\n          maxReferenceVideos\n          refusedInputs\n          promptRequired\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SetAsideEstimate($input: CreateVideoTaskInput!) {\n    estimateVideoTask(input: $input) {\n      provider\n      warnings {\n        code\n        message\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  query SetAsideEstimate($input: CreateVideoTaskInput!) {\n    estimateVideoTask(input: $input) {\n      provider\n      warnings {\n        code\n        message\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetAsideRetry($id: ID!) {\n    retryVideoTask(input: { id: $id }) {\n      task {\n        warnings {\n          code\n        }\n        results {\n          seed\n          provider\n          progressSource\n          cost {\n            usd\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetAsideRetry($id: ID!) {\n    retryVideoTask(input: { id: $id }) {\n      task {\n        warnings {\n          code\n        }\n        results {\n          seed\n          provider\n          progressSource\n          cost {\n            usd\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetAsideCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      stillBilled\n    }\n  }\n"): (typeof documents)["\n  mutation SetAsideCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      stillBilled\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StoreAwayCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation StoreAwayCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StoreAwayList {\n    videoTasks {\n      feedCursor\n    }\n  }\n"): (typeof documents)["\n  query StoreAwayList {\n    videoTasks {\n      feedCursor\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SurviveKillCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SurviveKillCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SurviveKillTasks($first: Int!, $after: String) {\n    videoTasks(first: $first, after: $after) {\n      nodes {\n        id\n        status\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query SurviveKillTasks($first: Int!, $after: String) {\n    videoTasks(first: $first, after: $after) {\n      nodes {\n        id\n        status\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription SurviveKillWatch($id: ID!, $afterVersion: Int) {\n    videoTaskUpdated(id: $id, afterVersion: $afterVersion) {\n      version\n      type\n      resultIndex\n      task {\n        status\n        progress\n        results {\n          index\n          seed\n          phase\n          status\n          progress\n          providerTaskId\n          video {\n            id\n            url\n            bytes\n            durationSeconds\n            width\n            height\n          }\n          poster {\n            id\n            url\n          }\n          preview {\n            id\n          }\n          storyboard {\n            sprite {\n              id\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription SurviveKillWatch($id: ID!, $afterVersion: Int) {\n    videoTaskUpdated(id: $id, afterVersion: $afterVersion) {\n      version\n      type\n      resultIndex\n      task {\n        status\n        progress\n        results {\n          index\n          seed\n          phase\n          status\n          progress\n          providerTaskId\n          video {\n            id\n            url\n            bytes\n            durationSeconds\n            width\n            height\n          }\n          poster {\n            id\n            url\n          }\n          preview {\n            id\n          }\n          storyboard {\n            sprite {\n              id\n            }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SweepAfterKillUpload {\n    createMediaUpload(input: { fileName: \"held.png\" }) {\n      upload {\n        url\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SweepAfterKillUpload {\n    createMediaUpload(input: { fileName: \"held.png\" }) {\n      upload {\n        url\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SweepAfterKillImport($base64: String!) {\n    importMedia(input: { source: { base64: $base64 } }) {\n      asset {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SweepAfterKillImport($base64: String!) {\n    importMedia(input: { source: { base64: $base64 } }) {\n      asset {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UploadCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      replayed\n      task {\n        id\n      }\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UploadCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      replayed\n      task {\n        id\n      }\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UploadWatch($id: ID!) {\n    videoTask(id: $id) {\n      status\n      results {\n        phase\n        sensitive\n        safetyVerdict {\n          sensitive\n          checkedBy\n          category\n          score\n          framesChecked\n        }\n        uploadedTo\n        uploadError {\n          code\n          message\n        }\n        video {\n          bytes\n          sha256\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query UploadWatch($id: ID!) {\n    videoTask(id: $id) {\n      status\n      results {\n        phase\n        sensitive\n        safetyVerdict {\n          sensitive\n          checkedBy\n          category\n          score\n          framesChecked\n        }\n        uploadedTo\n        uploadError {\n          code\n          message\n        }\n        video {\n          bytes\n          sha256\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription WatchAll($after: String, $filter: VideoTaskFilter) {\n    videoTasksUpdated(after: $after, filter: $filter) {\n      cursor\n      event {\n        version\n        type\n        task {\n          id\n          prompt\n          status\n          version\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription WatchAll($after: String, $filter: VideoTaskFilter) {\n    videoTasksUpdated(after: $after, filter: $filter) {\n      cursor\n      event {\n        version\n        type\n        task {\n          id\n          prompt\n          status\n          version\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WatchAllList($after: String) {\n    videoTasks(first: 20, after: $after) {\n      nodes {\n        id\n        version\n        events(first: 40) {\n          version\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      feedCursor\n    }\n  }\n"): (typeof documents)["\n  query WatchAllList($after: String) {\n    videoTasks(first: 20, after: $after) {\n      nodes {\n        id\n        version\n        events(first: 40) {\n          version\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      feedCursor\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WatchAllCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      userErrors {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation WatchAllCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      userErrors {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription WatchByStream($id: ID!, $afterVersion: Int) {\n    videoTaskUpdated(id: $id, afterVersion: $afterVersion) {\n      version\n      type\n      task {\n        status\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription WatchByStream($id: ID!, $afterVersion: Int) {\n    videoTaskUpdated(id: $id, afterVersion: $afterVersion) {\n      version\n      type\n      task {\n        status\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription WatchTask($id: ID!, $afterVersion: Int) {\n    videoTaskUpdated(id: $id, afterVersion: $afterVersion) {\n      version\n      type\n      at\n      resultIndex\n      task {\n        id\n        status\n        progress\n        version\n        results {\n          phase\n          progress\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription WatchTask($id: ID!, $afterVersion: Int) {\n    videoTaskUpdated(id: $id, afterVersion: $afterVersion) {\n      version\n      type\n      at\n      resultIndex\n      task {\n        id\n        status\n        progress\n        version\n        results {\n          phase\n          progress\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WatchTaskEvents($id: ID!, $after: Int, $first: Int) {\n    videoTask(id: $id) {\n      version\n      events(after: $after, first: $first) {\n        version\n        type\n        at\n        resultIndex\n        task {\n          id\n          status\n          progress\n          version\n          results {\n            phase\n            progress\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query WatchTaskEvents($id: ID!, $after: Int, $first: Int) {\n    videoTask(id: $id) {\n      version\n      events(after: $after, first: $first) {\n        version\n        type\n        at\n        resultIndex\n        task {\n          id\n          status\n          progress\n          version\n          results {\n            phase\n            progress\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WatchTaskCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      userErrors {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation WatchTaskCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      userErrors {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WatchTaskDelete($id: ID!) {\n    deleteVideoTask(input: { id: $id }) {\n      deletedId\n    }\n  }\n"): (typeof documents)["\n  mutation WatchTaskDelete($id: ID!) {\n    deleteVideoTask(input: { id: $id }) {\n      deletedId\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LoggedDelivery on WebhookDelivery {\n    id\n    type\n    url\n    status\n    createdAt\n    nextAttemptAt\n    task {\n      id\n    }\n    attempts {\n      at\n      latencyMs\n      statusCode\n      error\n      responseExcerpt\n    }\n  }\n"): (typeof documents)["\n  fragment LoggedDelivery on WebhookDelivery {\n    id\n    type\n    url\n    status\n    createdAt\n    nextAttemptAt\n    task {\n      id\n    }\n    attempts {\n      at\n      latencyMs\n      statusCode\n      error\n      responseExcerpt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WebhookLog($first: Int, $after: String) {\n    webhookDeliveries(first: $first, after: $after) {\n      nodes {\n        ...LoggedDelivery\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query WebhookLog($first: Int, $after: String) {\n    webhookDeliveries(first: $first, after: $after) {\n      nodes {\n        ...LoggedDelivery\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WebhookLogOfTask($id: ID!) {\n    videoTask(id: $id) {\n      webhookDeliveries {\n        ...LoggedDelivery\n      }\n    }\n  }\n"): (typeof documents)["\n  query WebhookLogOfTask($id: ID!) {\n    videoTask(id: $id) {\n      webhookDeliveries {\n        ...LoggedDelivery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WebhookLogOne($id: ID!) {\n    webhookDelivery(id: $id) {\n      status\n    }\n  }\n"): (typeof documents)["\n  query WebhookLogOne($id: ID!) {\n    webhookDelivery(id: $id) {\n      status\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WebhookLogRedeliver($deliveryId: ID!) {\n    redeliverWebhook(input: { deliveryId: $deliveryId }) {\n      delivery {\n        status\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation WebhookLogRedeliver($deliveryId: ID!) {\n    redeliverWebhook(input: { deliveryId: $deliveryId }) {\n      delivery {\n        status\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WebhookLogTest($url: URL!) {\n    sendTestWebhook(input: { url: $url }) {\n      delivery {\n        id\n        type\n        task {\n          id\n        }\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation WebhookLogTest($url: URL!) {\n    sendTestWebhook(input: { url: $url }) {\n      delivery {\n        id\n        type\n        task {\n          id\n        }\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WebhookLogReplay($input: ReplayWebhooksInput!) {\n    replayWebhooks(input: $input) {\n      replayed\n      nextFrom\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation WebhookLogReplay($input: ReplayWebhooksInput!) {\n    replayWebhooks(input: $input) {\n      replayed\n      nextFrom\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WebhookLogSecret {\n    webhookSecret {\n      secret\n    }\n  }\n"): (typeof documents)["\n  query WebhookLogSecret {\n    webhookSecret {\n      secret\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WebhookLogDelete($id: ID!) {\n    deleteVideoTask(input: { id: $id }) {\n      deletedId\n    }\n  }\n"): (typeof documents)["\n  mutation WebhookLogDelete($id: ID!) {\n    deleteVideoTask(input: { id: $id }) {\n      deletedId\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WebhookLogKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      key\n    }\n  }\n"): (typeof documents)["\n  mutation WebhookLogKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      key\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WebhookReadmeSecret {\n    webhookSecret {\n      secret\n    }\n  }\n"): (typeof documents)["\n  query WebhookReadmeSecret {\n    webhookSecret {\n      secret\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WebhookReadmeTest($url: URL!) {\n    sendTestWebhook(input: { url: $url }) {\n      delivery {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation WebhookReadmeTest($url: URL!) {\n    sendTestWebhook(input: { url: $url }) {\n      delivery {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WebhookReadmeStatus($id: ID!) {\n    webhookDelivery(id: $id) {\n      status\n    }\n  }\n"): (typeof documents)["\n  query WebhookReadmeStatus($id: ID!) {\n    webhookDelivery(id: $id) {\n      status\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WebhookSecretNow {\n    webhookSecret {\n      secret\n      previousEndsAt\n    }\n  }\n"): (typeof documents)["\n  query WebhookSecretNow {\n    webhookSecret {\n      secret\n      previousEndsAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WebhookRotate {\n    rotateWebhookSecret {\n      webhookSecret {\n        secret\n        previousEndsAt\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation WebhookRotate {\n    rotateWebhookSecret {\n      webhookSecret {\n        secret\n        previousEndsAt\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WebhookSendAgain($id: ID!) {\n    redeliverWebhook(input: { deliveryId: $id }) {\n      userErrors {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation WebhookSendAgain($id: ID!) {\n    redeliverWebhook(input: { deliveryId: $id }) {\n      userErrors {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WebhookCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      task {\n        status\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation WebhookCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      task {\n        status\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WebhookRetry($id: ID!) {\n    retryVideoTask(input: { id: $id }) {\n      task {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation WebhookRetry($id: ID!) {\n    retryVideoTask(input: { id: $id }) {\n      task {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WebhookEvents($id: ID!) {\n    videoTask(id: $id) {\n      events(first: 100) {\n        version\n        type\n        at\n        resultIndex\n        task {\n          ...TaskState\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query WebhookEvents($id: ID!) {\n    videoTask(id: $id) {\n      events(first: 100) {\n        version\n        type\n        at\n        resultIndex\n        task {\n          ...TaskState\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EstimateVideoTask($input: CreateVideoTaskInput!) {\n    estimateVideoTask(input: $input) {\n      provider\n      cost {\n        usd\n        estimated\n      }\n      results {\n        index\n        usdPerSecond\n        videoSeconds\n        billedInputSeconds\n        usd\n      }\n      warnings {\n        code\n        path\n      }\n      userErrors {\n        __typename\n        code\n        message\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  query EstimateVideoTask($input: CreateVideoTaskInput!) {\n    estimateVideoTask(input: $input) {\n      provider\n      cost {\n        usd\n        estimated\n      }\n      results {\n        index\n        usdPerSecond\n        videoSeconds\n        billedInputSeconds\n        usd\n      }\n      warnings {\n        code\n        path\n      }\n      userErrors {\n        __typename\n        code\n        message\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EstimateImport($url: URL!) {\n    importMedia(input: { source: { url: $url } }) {\n      asset {\n        id\n        durationSeconds\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EstimateImport($url: URL!) {\n    importMedia(input: { source: { url: $url } }) {\n      asset {\n        id\n        durationSeconds\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EstimateCost($id: ID!) {\n    videoTask(id: $id) {\n      cost {\n        usd\n        estimated\n      }\n    }\n    videoTasks(first: 100) {\n      edges {\n        cursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query EstimateCost($id: ID!) {\n    videoTask(id: $id) {\n      cost {\n        usd\n        estimated\n      }\n    }\n    videoTasks(first: 100) {\n      edges {\n        cursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query QueriesNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on VideoTask {\n        prompt\n      }\n      ... on MediaAsset {\n        mimeType\n      }\n    }\n    videoTask(id: $id) {\n      id\n    }\n    mediaAsset(id: $id) {\n      id\n      kind\n      width\n      height\n      url\n    }\n  }\n"): (typeof documents)["\n  query QueriesNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on VideoTask {\n        prompt\n      }\n      ... on MediaAsset {\n        mimeType\n      }\n    }\n    videoTask(id: $id) {\n      id\n    }\n    mediaAsset(id: $id) {\n      id\n      kind\n      width\n      height\n      url\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query QueriesNodes($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      id\n    }\n  }\n"): (typeof documents)["\n  query QueriesNodes($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query QueriesViewer {\n    viewer {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  query QueriesViewer {\n    viewer {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query QueriesShots($prompt: String!) {\n    parseShots(prompt: $prompt) {\n      startSeconds\n      endSeconds\n      description\n    }\n  }\n"): (typeof documents)["\n  query QueriesShots($prompt: String!) {\n    parseShots(prompt: $prompt) {\n      startSeconds\n      endSeconds\n      description\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query QueriesModels {\n    videoModels {\n      name\n      promptMaxCharacters\n      negativePromptMaxCharacters\n      frameRate\n      numberResults {\n        min\n        max\n      }\n      outputQuality {\n        min\n        max\n      }\n      sizes {\n        quality\n        aspectRatio\n        width\n        height\n      }\n      modes {\n        mode\n        promptRequired\n        requiredInputs\n        allowedInputs\n        maxReferences\n        durationSeconds {\n          min\n          max\n        }\n      }\n      providers {\n        provider\n        modes\n        outputFormats\n        reportsProgress\n        costsMoney\n        seed {\n          min\n          max\n        }\n        durationSeconds {\n          min\n          max\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query QueriesModels {\n    videoModels {\n      name\n      promptMaxCharacters\n      negativePromptMaxCharacters\n      frameRate\n      numberResults {\n        min\n        max\n      }\n      outputQuality {\n        min\n        max\n      }\n      sizes {\n        quality\n        aspectRatio\n        width\n        height\n      }\n      modes {\n        mode\n        promptRequired\n        requiredInputs\n        allowedInputs\n        maxReferences\n        durationSeconds {\n          min\n          max\n        }\n      }\n      providers {\n        provider\n        modes\n        outputFormats\n        reportsProgress\n        costsMoney\n        seed {\n          min\n          max\n        }\n        durationSeconds {\n          min\n          max\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation QueriesImport($base64: String!) {\n    importMedia(input: { source: { base64: $base64 } }) {\n      asset {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation QueriesImport($base64: String!) {\n    importMedia(input: { source: { base64: $base64 } }) {\n      asset {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StockClientsViewer {\n    viewer {\n      name\n    }\n  }\n"): (typeof documents)["\n  query StockClientsViewer {\n    viewer {\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StockClientsCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n        status\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation StockClientsCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n        status\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StockClientsTask($id: ID!) {\n    videoTask(id: $id) {\n      id\n      status\n      progress\n    }\n  }\n"): (typeof documents)["\n  query StockClientsTask($id: ID!) {\n    videoTask(id: $id) {\n      id\n      status\n      progress\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription StockClientsWatch($id: ID!) {\n    videoTaskUpdated(id: $id) {\n      version\n      type\n      task {\n        id\n        status\n        progress\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription StockClientsWatch($id: ID!) {\n    videoTaskUpdated(id: $id) {\n      version\n      type\n      task {\n        id\n        status\n        progress\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation HostileImport($source: MediaSource!) {\n    importMedia(input: { source: $source }) {\n      asset {\n        id\n        url\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation HostileImport($source: MediaSource!) {\n    importMedia(input: { source: $source }) {\n      asset {\n        id\n        url\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation HostileUpload($input: CreateMediaUploadInput!) {\n    createMediaUpload(input: $input) {\n      upload {\n        url\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation HostileUpload($input: CreateMediaUploadInput!) {\n    createMediaUpload(input: $input) {\n      upload {\n        url\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FaultsCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation FaultsCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FaultsPage {\n    videoTasks(first: 100) {\n      nodes {\n        id\n        prompt\n        status\n        results {\n          phase\n          video {\n            url\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query FaultsPage {\n    videoTasks(first: 100) {\n      nodes {\n        id\n        prompt\n        status\n        results {\n          phase\n          video {\n            url\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FaultsFeedStart {\n    videoTasks(first: 1) {\n      feedCursor\n    }\n  }\n"): (typeof documents)["\n  query FaultsFeedStart {\n    videoTasks(first: 1) {\n      feedCursor\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription FaultsFeed($after: String) {\n    videoTasksUpdated(after: $after) {\n      cursor\n      event {\n        version\n        type\n        at\n        task {\n          id\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription FaultsFeed($after: String) {\n    videoTasksUpdated(after: $after) {\n      cursor\n      event {\n        version\n        type\n        at\n        task {\n          id\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation KeyedCallerCreate($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      key\n      apiKey {\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation KeyedCallerCreate($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      key\n      apiKey {\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation KeyedCallerLimits($input: SetCallerLimitsInput!) {\n    setCallerLimits(input: $input) {\n      userErrors {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation KeyedCallerLimits($input: SetCallerLimitsInput!) {\n    setCallerLimits(input: $input) {\n      userErrors {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PromisedUpload($input: CreateMediaUploadInput!) {\n    createMediaUpload(input: $input) {\n      upload {\n        assetId\n        url\n        method\n        headers {\n          name\n          value\n        }\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation PromisedUpload($input: CreateMediaUploadInput!) {\n    createMediaUpload(input: $input) {\n      upload {\n        assetId\n        url\n        method\n        headers {\n          name\n          value\n        }\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskState on VideoTask {\n    id\n    status\n    progress\n    version\n    createdAt\n    startedAt\n    finishedAt\n    expiresAt\n    error {\n      code\n      message\n      retryable\n      billed\n    }\n    results {\n      id\n      index\n      status\n      phase\n      progress\n      seed\n      provider\n      providerTaskId\n      actualPrompt\n      error {\n        code\n      }\n      video {\n        id\n        url\n        bytes\n      }\n      poster {\n        id\n        url\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment TaskState on VideoTask {\n    id\n    status\n    progress\n    version\n    createdAt\n    startedAt\n    finishedAt\n    expiresAt\n    error {\n      code\n      message\n      retryable\n      billed\n    }\n    results {\n      id\n      index\n      status\n      phase\n      progress\n      seed\n      provider\n      providerTaskId\n      actualPrompt\n      error {\n        code\n      }\n      video {\n        id\n        url\n        bytes\n      }\n      poster {\n        id\n        url\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SupportCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        ...TaskState\n      }\n      replayed\n      warnings {\n        code\n        message\n        path\n      }\n      userErrors {\n        __typename\n        code\n        message\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SupportCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        ...TaskState\n      }\n      replayed\n      warnings {\n        code\n        message\n        path\n      }\n      userErrors {\n        __typename\n        code\n        message\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SupportFind($id: ID!) {\n    videoTask(id: $id) {\n      ...TaskState\n    }\n  }\n"): (typeof documents)["\n  query SupportFind($id: ID!) {\n    videoTask(id: $id) {\n      ...TaskState\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription SupportWatch($id: ID!) {\n    videoTaskUpdated(id: $id) {\n      task {\n        ...TaskState\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription SupportWatch($id: ID!) {\n    videoTaskUpdated(id: $id) {\n      task {\n        ...TaskState\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription MetricsWatch($id: ID!) {\n    videoTaskUpdated(id: $id, afterVersion: 0) {\n      version\n    }\n  }\n"): (typeof documents)["\n  subscription MetricsWatch($id: ID!) {\n    videoTaskUpdated(id: $id, afterVersion: 0) {\n      version\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;