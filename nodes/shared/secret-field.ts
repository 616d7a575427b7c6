import { type ILoadOptionsFunctions, type INodeProperties, type INodePropertyOptions } from 'n8n-workflow';
import { CARRIERS } from '../../lib/carriers';

const withSecretUrl = CARRIERS.filter(({ secretUrl }) => secretUrl).map(({ id }) => id);
const displayOptions = { show: { carrier: withSecretUrl } };

/** For triggers, of carriers that do not sign: says so, and shows the secret to whoever pastes the URL at the carrier. */
export const secretFields: INodeProperties[] = [
	{
		displayName:
			'This carrier does not sign what it sends, or does so for some accounts only. A secret in the URL shows then that it comes from the carrier: keep that URL to yourself. What this package sets at the carrier has the secret in it; where you paste the URL yourself, put the secret below behind the webhook URL.',
		name: 'secretNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	{
		displayName: 'Secret of the URL Name or ID',
		name: 'urlSecret',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'urlSecret' },
		default: '',
		displayOptions,
		description:
			'What goes behind the webhook URL; switch the field to Expression to copy it. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
];

/** The methods that the fields above need; loaded when first used. */
export const secretOptions = {
	async urlSecret(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const { secretQuery } = await import('./webhook-proof');
		const { readShop } = await import('./shop');
		const query = await secretQuery(this.getCurrentNodeParameter('carrier') as string, await readShop(this));
		return [{ name: query, value: query }];
	},
};
