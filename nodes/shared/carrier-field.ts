import { type INodeCredentialDescription, type INodeProperties, type INodePropertyOptions } from 'n8n-workflow';
import { CARRIERS } from '../../lib/carriers';

/** By name, as n8n lists options. */
export const CARRIER_OPTIONS: INodePropertyOptions[] = CARRIERS.map(({ id, name }) => ({ name, value: id })).sort((a, b) =>
	a.name.localeCompare(b.name),
);

/** Whose account. */
export const carrierField: INodeProperties = {
	displayName: 'Carrier',
	name: 'carrier',
	type: 'options',
	noDataExpression: true,
	options: CARRIER_OPTIONS,
	default: 'twilio',
	description: 'Your SMS provider',
};

/** The hidden field that is there while a carrier is the one that is chosen, or the fallback. */
export const usesField = (id: string): string => `uses_${id}`;

/**
 * The credentials of a node that has carriers: that of the carrier that is chosen, of its fallback, and the shop's.
 *
 * "/carrier", not "carrier": the editor takes a field that alone decides over credentials for the choice of a sign-in method, and
 * hides it. A credential has one entry, since n8n reads the first of its name only, and conditions are joined by "and": so "chosen, or
 * the fallback" is a hidden field, which is there twice (see fallbackFields).
 *
 * @param show what else decides over the carrier's, e.g. the operation.
 * @param hasFallback the node has the fields of fallbackFields.
 */
export const carrierCredentials = (
	show: NonNullable<INodeCredentialDescription['displayOptions']>['show'] = {},
	{ hasFallback = false } = {},
): INodeCredentialDescription[] => [
	...CARRIERS.map(({ id, credential }) => ({
		name: credential,
		required: true,
		testedBy: 'testCarrier',
		displayOptions: { show: { ...show, ...(hasFallback ? { [`/${usesField(id)}`]: ['yes'] } : { '/carrier': [id] }) } },
	})),
	{ name: 'commerceSmsShopApi', displayName: 'Shop', required: false, testedBy: 'testShop' },
];
