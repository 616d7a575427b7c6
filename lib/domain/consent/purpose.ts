import { ASKED_PURPOSES, type AskedPurpose } from './consent';

/** What a request is for: consent, or only whether the phone is theirs. Saved in workflows: append, never rename. */
export const REQUEST_PURPOSES = [...ASKED_PURPOSES, 'verification'] as const;
export type RequestPurpose = AskedPurpose | 'verification';
