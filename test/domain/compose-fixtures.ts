import { type ComposeSettings, type OwnText, type TextSubject } from '../../lib/domain/compose';
import { type TextedStage } from '../../lib/domain/stages';

/** A shop in Poland on the first of December, 16:00. */
export const NOW = new Date('2026-12-01T15:00:00Z');

export const settings = (more: Partial<ComposeSettings> = {}): ComposeSettings => ({
	profile: {
		key: 'default',
		brand: 'Acme',
		supportPhone: '+48 22 123 45 67',
		shopUrl: 'https://acme.example',
		timeZone: 'Europe/Warsaw',
		optOutScope: 'everything',
	},
	ownTexts: [],
	smartEncoding: true,
	maxSegments: 3,
	now: NOW,
	...more,
});

/** An order of a customer in Poland who reads English. */
export const subject = (more: Partial<TextSubject> = {}): TextSubject => ({
	orderNumber: '#1001',
	firstName: 'Maria',
	country: 'PL',
	language: 'en',
	total: '129.9',
	currency: 'EUR',
	refunds: [],
	items: [],
	trackings: [],
	...more,
});

export const own = (text: string, stage: TextedStage = 'shipped', language?: string): OwnText => ({
	stage,
	language,
	text,
});
