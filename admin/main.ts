/** Opens the office: state, calls and page put together, and the browser's own news passed on. */
import { createOfficeApi } from './api.ts';
import './elements/admin-page.ts';
import { Office } from './state/office.ts';
import { browserSurroundings } from './state/surroundings.ts';

const office = new Office({ api: createOfficeApi('/trpc'), surroundings: browserSurroundings });

addEventListener('hashchange', () => void office.hashMoved());
addEventListener('popstate', () => void office.hashMoved());
addEventListener('online', () => void office.onlineMoved());
addEventListener('offline', () => void office.onlineMoved());
document.addEventListener('visibilitychange', () => void office.visibilityMoved());

const page = document.querySelector('admin-page');
if (page === null) throw new Error('index.html has no <admin-page>');
page.office = office;
void office.start();
