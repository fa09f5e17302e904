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
    "\n  mutation FromMediaUpload($input: CreateMediaUploadInput!) {\n    createMediaUpload(input: $input) {\n      upload {\n        assetId\n        url\n        method\n        headers {\n          name\n          value\n        }\n      }\n      userErrors {\n        __typename\n        code\n        path\n      }\n    }\n  }\n": typeof types.FromMediaUploadDocument,
    "\n  mutation FromMediaImport($source: MediaSource!) {\n    importMedia(input: { source: $source }) {\n      asset {\n        id\n        kind\n        mimeType\n        width\n        height\n        durationSeconds\n        hasAudio\n        bytes\n      }\n      userErrors {\n        __typename\n        code\n        path\n      }\n    }\n  }\n": typeof types.FromMediaImportDocument,
    "\n  query FromMediaMode($id: ID!) {\n    videoTask(id: $id) {\n      mode\n    }\n  }\n": typeof types.FromMediaModeDocument,
    "\n  query CreateOnceList($promptContains: String!) {\n    videoTasks(filter: { promptContains: $promptContains }) {\n      nodes {\n        id\n      }\n    }\n  }\n": typeof types.CreateOnceListDocument,
    "\n  mutation CreateTaskAll($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n        taskUUID\n        model\n        mode\n        status\n        progress\n        progressSource\n        etaSeconds\n        version\n        prompt\n        negativePrompt\n        shots {\n          startSeconds\n          endSeconds\n          description\n        }\n        quality\n        aspectRatio\n        width\n        height\n        durationSeconds\n        shotType\n        promptExtend\n        generateAudio\n        outputFormat\n        outputQuality\n        warnings {\n          code\n          path\n        }\n        results {\n          index\n          status\n          phase\n          seed\n          provider\n          video {\n            id\n          }\n        }\n        error {\n          code\n        }\n        events {\n          version\n          type\n        }\n        startedAt\n        finishedAt\n        retriedFrom {\n          id\n        }\n      }\n      replayed\n      warnings {\n        code\n        path\n      }\n      userErrors {\n        __typename\n        code\n        message\n        path\n      }\n    }\n  }\n": typeof types.CreateTaskAllDocument,
    "\n  query CreateTaskCount {\n    videoTasks(first: 100) {\n      nodes {\n        id\n      }\n    }\n  }\n": typeof types.CreateTaskCountDocument,
    "\n  mutation CreateToVideo($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n        status\n        version\n      }\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n": typeof types.CreateToVideoDocument,
    "\n  subscription WatchToVideo($id: ID!) {\n    videoTaskUpdated(id: $id) {\n      version\n      type\n      task {\n        status\n        progress\n        results {\n          phase\n          video {\n            url\n            mimeType\n            bytes\n            width\n            height\n            durationSeconds\n            frameRate\n          }\n          poster {\n            url\n            width\n            height\n          }\n        }\n      }\n    }\n  }\n": typeof types.WatchToVideoDocument,
    "\n  query ListTasksPage($first: Int, $after: String, $last: Int, $before: String, $filter: VideoTaskFilter) {\n    videoTasks(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      edges {\n        cursor\n        node {\n          id\n          prompt\n        }\n      }\n      nodes {\n        id\n        createdAt\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      feedCursor\n    }\n  }\n": typeof types.ListTasksPageDocument,
    "\n  mutation ListTasksCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.ListTasksCancelDocument,
    "\n  fragment TaskState on VideoTask {\n    id\n    status\n    progress\n    version\n    createdAt\n    startedAt\n    finishedAt\n    expiresAt\n    error {\n      code\n      message\n      retryable\n      billed\n    }\n    results {\n      id\n      index\n      status\n      phase\n      progress\n      seed\n      provider\n      providerTaskId\n      actualPrompt\n      error {\n        code\n      }\n      video {\n        id\n        url\n        bytes\n      }\n      poster {\n        id\n        url\n      }\n    }\n  }\n": typeof types.TaskStateFragmentDoc,
    "\n  mutation SupportCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        ...TaskState\n      }\n      replayed\n      warnings {\n        code\n        message\n        path\n      }\n      userErrors {\n        __typename\n        code\n        message\n        path\n      }\n    }\n  }\n": typeof types.SupportCreateDocument,
    "\n  query SupportFind($id: ID!) {\n    videoTask(id: $id) {\n      ...TaskState\n    }\n  }\n": typeof types.SupportFindDocument,
    "\n  subscription SupportWatch($id: ID!) {\n    videoTaskUpdated(id: $id) {\n      task {\n        ...TaskState\n      }\n    }\n  }\n": typeof types.SupportWatchDocument,
};
const documents: Documents = {
    "\n  mutation FromMediaUpload($input: CreateMediaUploadInput!) {\n    createMediaUpload(input: $input) {\n      upload {\n        assetId\n        url\n        method\n        headers {\n          name\n          value\n        }\n      }\n      userErrors {\n        __typename\n        code\n        path\n      }\n    }\n  }\n": types.FromMediaUploadDocument,
    "\n  mutation FromMediaImport($source: MediaSource!) {\n    importMedia(input: { source: $source }) {\n      asset {\n        id\n        kind\n        mimeType\n        width\n        height\n        durationSeconds\n        hasAudio\n        bytes\n      }\n      userErrors {\n        __typename\n        code\n        path\n      }\n    }\n  }\n": types.FromMediaImportDocument,
    "\n  query FromMediaMode($id: ID!) {\n    videoTask(id: $id) {\n      mode\n    }\n  }\n": types.FromMediaModeDocument,
    "\n  query CreateOnceList($promptContains: String!) {\n    videoTasks(filter: { promptContains: $promptContains }) {\n      nodes {\n        id\n      }\n    }\n  }\n": types.CreateOnceListDocument,
    "\n  mutation CreateTaskAll($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n        taskUUID\n        model\n        mode\n        status\n        progress\n        progressSource\n        etaSeconds\n        version\n        prompt\n        negativePrompt\n        shots {\n          startSeconds\n          endSeconds\n          description\n        }\n        quality\n        aspectRatio\n        width\n        height\n        durationSeconds\n        shotType\n        promptExtend\n        generateAudio\n        outputFormat\n        outputQuality\n        warnings {\n          code\n          path\n        }\n        results {\n          index\n          status\n          phase\n          seed\n          provider\n          video {\n            id\n          }\n        }\n        error {\n          code\n        }\n        events {\n          version\n          type\n        }\n        startedAt\n        finishedAt\n        retriedFrom {\n          id\n        }\n      }\n      replayed\n      warnings {\n        code\n        path\n      }\n      userErrors {\n        __typename\n        code\n        message\n        path\n      }\n    }\n  }\n": types.CreateTaskAllDocument,
    "\n  query CreateTaskCount {\n    videoTasks(first: 100) {\n      nodes {\n        id\n      }\n    }\n  }\n": types.CreateTaskCountDocument,
    "\n  mutation CreateToVideo($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n        status\n        version\n      }\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n": types.CreateToVideoDocument,
    "\n  subscription WatchToVideo($id: ID!) {\n    videoTaskUpdated(id: $id) {\n      version\n      type\n      task {\n        status\n        progress\n        results {\n          phase\n          video {\n            url\n            mimeType\n            bytes\n            width\n            height\n            durationSeconds\n            frameRate\n          }\n          poster {\n            url\n            width\n            height\n          }\n        }\n      }\n    }\n  }\n": types.WatchToVideoDocument,
    "\n  query ListTasksPage($first: Int, $after: String, $last: Int, $before: String, $filter: VideoTaskFilter) {\n    videoTasks(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      edges {\n        cursor\n        node {\n          id\n          prompt\n        }\n      }\n      nodes {\n        id\n        createdAt\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      feedCursor\n    }\n  }\n": types.ListTasksPageDocument,
    "\n  mutation ListTasksCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      userErrors {\n        code\n      }\n    }\n  }\n": types.ListTasksCancelDocument,
    "\n  fragment TaskState on VideoTask {\n    id\n    status\n    progress\n    version\n    createdAt\n    startedAt\n    finishedAt\n    expiresAt\n    error {\n      code\n      message\n      retryable\n      billed\n    }\n    results {\n      id\n      index\n      status\n      phase\n      progress\n      seed\n      provider\n      providerTaskId\n      actualPrompt\n      error {\n        code\n      }\n      video {\n        id\n        url\n        bytes\n      }\n      poster {\n        id\n        url\n      }\n    }\n  }\n": types.TaskStateFragmentDoc,
    "\n  mutation SupportCreate($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        ...TaskState\n      }\n      replayed\n      warnings {\n        code\n        message\n        path\n      }\n      userErrors {\n        __typename\n        code\n        message\n        path\n      }\n    }\n  }\n": types.SupportCreateDocument,
    "\n  query SupportFind($id: ID!) {\n    videoTask(id: $id) {\n      ...TaskState\n    }\n  }\n": types.SupportFindDocument,
    "\n  subscription SupportWatch($id: ID!) {\n    videoTaskUpdated(id: $id) {\n      task {\n        ...TaskState\n      }\n    }\n  }\n": types.SupportWatchDocument,
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
export function graphql(source: "\n  mutation FromMediaUpload($input: CreateMediaUploadInput!) {\n    createMediaUpload(input: $input) {\n      upload {\n        assetId\n        url\n        method\n        headers {\n          name\n          value\n        }\n      }\n      userErrors {\n        __typename\n        code\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation FromMediaUpload($input: CreateMediaUploadInput!) {\n    createMediaUpload(input: $input) {\n      upload {\n        assetId\n        url\n        method\n        headers {\n          name\n          value\n        }\n      }\n      userErrors {\n        __typename\n        code\n        path\n      }\n    }\n  }\n"];
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
export function graphql(source: "\n  mutation CreateTaskAll($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n        taskUUID\n        model\n        mode\n        status\n        progress\n        progressSource\n        etaSeconds\n        version\n        prompt\n        negativePrompt\n        shots {\n          startSeconds\n          endSeconds\n          description\n        }\n        quality\n        aspectRatio\n        width\n        height\n        durationSeconds\n        shotType\n        promptExtend\n        generateAudio\n        outputFormat\n        outputQuality\n        warnings {\n          code\n          path\n        }\n        results {\n          index\n          status\n          phase\n          seed\n          provider\n          video {\n            id\n          }\n        }\n        error {\n          code\n        }\n        events {\n          version\n          type\n        }\n        startedAt\n        finishedAt\n        retriedFrom {\n          id\n        }\n      }\n      replayed\n      warnings {\n        code\n        path\n      }\n      userErrors {\n        __typename\n        code\n        message\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateTaskAll($input: CreateVideoTaskInput!) {\n    createVideoTask(input: $input) {\n      task {\n        id\n        taskUUID\n        model\n        mode\n        status\n        progress\n        progressSource\n        etaSeconds\n        version\n        prompt\n        negativePrompt\n        shots {\n          startSeconds\n          endSeconds\n          description\n        }\n        quality\n        aspectRatio\n        width\n        height\n        durationSeconds\n        shotType\n        promptExtend\n        generateAudio\n        outputFormat\n        outputQuality\n        warnings {\n          code\n          path\n        }\n        results {\n          index\n          status\n          phase\n          seed\n          provider\n          video {\n            id\n          }\n        }\n        error {\n          code\n        }\n        events {\n          version\n          type\n        }\n        startedAt\n        finishedAt\n        retriedFrom {\n          id\n        }\n      }\n      replayed\n      warnings {\n        code\n        path\n      }\n      userErrors {\n        __typename\n        code\n        message\n        path\n      }\n    }\n  }\n"];
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
export function graphql(source: "\n  query ListTasksPage($first: Int, $after: String, $last: Int, $before: String, $filter: VideoTaskFilter) {\n    videoTasks(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      edges {\n        cursor\n        node {\n          id\n          prompt\n        }\n      }\n      nodes {\n        id\n        createdAt\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      feedCursor\n    }\n  }\n"): (typeof documents)["\n  query ListTasksPage($first: Int, $after: String, $last: Int, $before: String, $filter: VideoTaskFilter) {\n    videoTasks(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      edges {\n        cursor\n        node {\n          id\n          prompt\n        }\n      }\n      nodes {\n        id\n        createdAt\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      feedCursor\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ListTasksCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      userErrors {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ListTasksCancel($id: ID!) {\n    cancelVideoTask(input: { id: $id }) {\n      userErrors {\n        code\n      }\n    }\n  }\n"];
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

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;