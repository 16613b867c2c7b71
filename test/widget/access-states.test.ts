/** Axe over every state from left to right, and over the other themes. */
import { themes } from '../../shared/themes.ts';
import { axeFindsNothing } from './every-state-axe.ts';

axeFindsNothing('en', themes.slice(2));
