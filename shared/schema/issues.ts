/** Says where a document or a call went wrong, path by path. */
import { z } from 'zod';
import type { RefusalIssue } from '../refusals.ts';

/** The path of each mistake as one would write it, and what would be right. */
export function issuesOf(error: z.ZodError): RefusalIssue[] {
  return error.issues.map((issue) => ({
    path: z.core.toDotPath(issue.path),
    message: issue.message,
  }));
}
