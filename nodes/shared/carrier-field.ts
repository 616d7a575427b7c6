import { type INodeCredentialDescription, type INodeProperties, type INodePropertyOptions } from 'n8n-workflow';
import { CARRIERS } from '../../lib/carriers';

/** By name, as n8n lists options. */
const options: INodePropertyOptions[] = CARRIERS.map(({ id, name }) => ({ name, value: id })).sort((a, b) =>
	a.name.localeCompare(b.name),
);

/** Whose account. */
export const carrierField: INodeProperties = {
	displayName: 'Carrier',
	name: 'carrier',
	type: 'options',
	noDataExpression: true,
	options,
	default: 'twilio',
	description: 'Your SMS provider',
};

/**
 * The credentials of a node that has carriers: that of the carrier that is chosen, and the shop's.
 *
 * "/carrier", not "carrier": the editor takes a field that alone decides over credentials for the choice of a sign-in method, and
 * hides it.
 *
 * @param show what else decides over the carrier's, e.g. the operation.
 */
export const carrierCredentials = (
	show: NonNullable<INodeCredentialDescription['displayOptions']>['show'] = {},
): INodeCredentialDescription[] => [
	...CARRIERS.map(({ id, credential }) => ({
		name: credential,
		required: true,
		displayOptions: { show: { ...show, '/carrier': [id] } },
	})),
	{ name: 'commerceSmsShopApi', displayName: 'Shop', required: false, testedBy: 'testShop' },
];
