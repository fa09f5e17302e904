/** Where one task is queried (alibabacloud.com/help/en/model-studio/manage-asynchronous-tasks). */
export function taskPath(taskId: string): string {
  return `/api/v1/tasks/${encodeURIComponent(taskId)}`;
}
