import { type INodeProperties } from 'n8n-workflow';

const seriesField = (operations: string[], default_: string, more: Partial<INodeProperties>): INodeProperties => ({
	displayName: 'Series',
	name: 'series',
	type: 'string',
	default: default_,
	placeholder: 'e.g. spring-2027',
	displayOptions: { show: { operation: operations } },
	...more,
});

const RULES =
	'Name of the codes with these rules. The rules of a series never change, because people hold its codes: for other rules take another name.';

/** Which series. Fields that are shown for different operations share a name. */
export const seriesFields: INodeProperties[] = [
	seriesField(['generate'], 'personal', { required: true, description: RULES }),
	seriesField(['spendForCode'], 'points', { required: true, description: RULES }),
	seriesField(['pickBirthdays'], 'birthday', { required: true, description: RULES }),
	seriesField(['addCodes'], '', { required: true, description: RULES }),
	seriesField(['publishToShop'], '={{ $json.series }}', {
		required: true,
		description:
			'Its codes that are not in the shop yet are published. The item passes through, with what was done as "publication".',
	}),
	seriesField(['lowStock'], '', { required: true, description: 'Whose codes are counted' }),
	seriesField(['export', 'stats', 'remind'], '', { description: 'Empty: all series of the shop' }),
];
