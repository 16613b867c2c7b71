/** The list of contacts that shoppers left, as admins take it home. */
import { z } from 'zod';
import { oneLine, siteId } from './parts.ts';

export const leadsInput = z.strictObject({ siteId, after: oneLine.max(200).optional() });

export interface LeadsPage {
  /** CSV with \n; the first page begins with the names of its columns. */
  readonly csv: string;
  /** Send it as `after` for the next page; null on the last. */
  readonly next: string | null;
}
