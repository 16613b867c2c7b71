/** The games that ask: one chunk, as they are written alike. */
import { Quiz } from './quiz.ts';
import { Survey } from './survey.ts';

export const questions = { Quiz, Survey };
