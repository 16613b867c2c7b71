/** The games that are opened rather than turned: one chunk, as they are drawn alike. */
import { Box } from './box.ts';
import { Scratch } from './scratch.ts';

export const cards = { Box, Scratch };
