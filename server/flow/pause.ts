/** A shopper takes a pause from all games. */
import { decidePause } from '../core/pause.ts';
import { planPause } from '../store/sql/plans.ts';
import { useCase } from './deps.ts';

export const pause = useCase(planPause, decidePause);
