import { type INodeProperties } from 'n8n-workflow';
import { ASKED_PURPOSES, CONSENT_PURPOSES } from '../../../lib/domain/consent/consent';

/** Names of the purposes, for all operations. */
const PURPOSE_NAMES = {
	marketing: { name: 'Offers', value: 'marketing', description: 'Promotions, news, codes, win-backs' },
	survey: { name: 'Surveys', value: 'survey', description: 'Questions about how satisfied they are' },
	transactional: { name: 'Texts About Orders', value: 'transactional', description: 'Need no consent, but can be stopped' },
} as const;

export const ASKED_PURPOSE_OPTIONS = ASKED_PURPOSES.map((purpose) => PURPOSE_NAMES[purpose]);
export const PURPOSE_OPTIONS = CONSENT_PURPOSES.map((purpose) => PURPOSE_NAMES[purpose]);

/** The operations that are about one phone. */
export const phoneFields: INodeProperties[] = [
	{
		displayName: 'Phone',
		name: 'phone',
		type: 'string',
		required: true,
		default: '={{ $json.phoneFull ?? $json.phone }}',
		placeholder: 'e.g. {{ $json.phone }}',
		description:
			'In any usual spelling. Without a country code, the default country of the shop credential is used (or Options → Default Country).',
		displayOptions: {
			show: { operation: ['requestOptIn', 'confirmCode', 'recordConsent', 'checkConsent', 'optOut', 'getProof'] },
		},
	},
];
