import { type INodeProperties } from 'n8n-workflow';
import { CARRIERS } from '../../lib/carriers';

/** What is registered with TRAI (DLT), where the carrier takes it. */
const FIELDS = {
	dltEntityId: { displayName: 'India: Entity ID', placeholder: 'e.g. 1101234567890123456' },
	dltHeader: { displayName: 'India: Header', placeholder: 'e.g. 612345' },
	dltTemplateId: { displayName: 'India: Template ID', placeholder: 'e.g. 1107123456789012345' },
} as const;

/** Carriers that take the registration with each text; with others, such as Twilio, it is registered at the carrier. */
export const onlyWithDlt: NonNullable<INodeProperties['displayOptions']> = {
	show: { '/carrier': CARRIERS.filter(({ dlt }) => dlt).map(({ id }) => id) },
};

export const indiaField = (name: keyof typeof FIELDS, more: Partial<INodeProperties>): INodeProperties => ({
	...FIELDS[name],
	name,
	type: 'string',
	default: '',
	...more,
});
