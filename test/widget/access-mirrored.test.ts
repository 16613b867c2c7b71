/** Axe over every state from right to left. */
import { axeFindsNothing } from './every-state-axe.ts';

axeFindsNothing('ar');
