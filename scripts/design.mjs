/**
 * `npm run design`: the design page, drawn anew as you save. `npm run dev` runs it too.
 * `DESIGN_PORT` names another port.
 */
import { startDesign } from '../test/helper/design.ts';

const { url } = await startDesign(Number(process.env['DESIGN_PORT'] ?? 8789));
console.log(`Design page: ${url}`);
