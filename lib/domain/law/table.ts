import { type LawRow } from './law';

export const LAW_VERSION = '2026-11-22';

export const LAW_ROWS: readonly LawRow[] = [];
