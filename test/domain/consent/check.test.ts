import { type ConsentRecord, consentFor } from '../../../lib/domain/consent/check';
import { type ConsentPurpose, type ConsentState } from '../../../lib/domain/consent/consent';

const NOW = new Date('2026-06-10T12:00:00Z');
const JUNE_1 = new Date('2026-06-01T00:00:00Z');
const JUNE_9 = new Date('2026-06-09T00:00:00Z');
const JUNE_11 = new Date('2026-06-11T00:00:00Z');

const state = (more: Partial<ConsentState>): ConsentState => ({ status: 'none', since: JUNE_1, reminders: 0, ...more });
const confirmed = state({ status: 'confirmed', confirmedAt: JUNE_1 });
const revoked = state({ status: 'revoked', confirmedAt: JUNE_1, revokedAt: JUNE_9, since: JUNE_9 });
const optOut = (origin: 'carrier' | 'reply' | 'operator') => ({ origin, at: JUNE_9 });

type Case = [purpose: ConsentPurpose, record: ConsentRecord, scope: 'everything' | 'marketing', outcome: string, rule: string, since: Date | null];

test.each<Case>([
	['marketing', { states: {} }, 'everything', 'not-consented', 'never-asked', null],
	['marketing', { states: { marketing: confirmed } }, 'everything', 'consented', 'confirmed', JUNE_1],
	['survey', { states: { marketing: confirmed } }, 'everything', 'not-consented', 'never-asked', null],
	['marketing', { states: { survey: confirmed, transactional: confirmed } }, 'marketing', 'not-consented', 'never-asked', null],
	['marketing', { states: { marketing: revoked } }, 'everything', 'not-consented', 'opted-out', JUNE_9],
	['marketing', { states: { marketing: confirmed }, optOut: optOut('reply') }, 'marketing', 'not-consented', 'opted-out', JUNE_9],
	['marketing', { states: { marketing: state({ status: 'pending' }) } }, 'everything', 'pending', 'not-asked', JUNE_1],
	['marketing', { states: { marketing: state({ status: 'pending', askedAt: JUNE_9, expiresAt: JUNE_11 }) } }, 'everything', 'pending', 'waiting', JUNE_9],
	['marketing', { states: { marketing: state({ status: 'pending', askedAt: JUNE_1, expiresAt: JUNE_9 }) } }, 'everything', 'not-consented', 'not-answered', JUNE_1],
	['marketing', { states: { marketing: state({ status: 'pending', askedAt: JUNE_1, expiresAt: NOW }) } }, 'everything', 'not-consented', 'not-answered', JUNE_1],
	['marketing', { states: { marketing: state({ forgottenAt: JUNE_9 }) } }, 'everything', 'not-consented', 'forgotten', JUNE_9],
	['transactional', { states: {} }, 'everything', 'consented', 'not-needed', null],
	['transactional', { states: { marketing: revoked } }, 'everything', 'consented', 'not-needed', null],
	['transactional', { states: {}, optOut: optOut('reply') }, 'everything', 'not-consented', 'opted-out', JUNE_9],
	['transactional', { states: {}, optOut: optOut('operator') }, 'marketing', 'consented', 'not-needed', null],
	['transactional', { states: {}, optOut: optOut('carrier') }, 'marketing', 'not-consented', 'opted-out', JUNE_9],
	['transactional', { states: { transactional: revoked } }, 'everything', 'not-consented', 'opted-out', JUNE_9],
	['transactional', { states: { transactional: confirmed } }, 'everything', 'consented', 'not-needed', JUNE_1],
])('%s with %j, where STOP ends %s: %s, %s', (purpose, record, scope, outcome, rule, since) => {
	const answer = consentFor(purpose, record, scope, NOW);
	expect(answer).toMatchObject({ outcome, rule });
	expect(answer.since ?? null).toEqual(since);
	expect(answer.reason).toMatch(/^[A-Z].*\.$/);
});
