import { type INodeProperties } from 'n8n-workflow';
import { TEXTED_STAGES } from '../../../lib/domain/stages';
import { LANGUAGE_OPTIONS } from '../../shared/language-options';
import { indiaField, onlyWithDlt } from '../../shared/india-fields';
import { forTexts, STAGE_OPTIONS } from './options';

/** What is said, and when. */
export const textFields: INodeProperties[] = [
	{
		displayName: 'Stages to Text',
		name: 'stagesToText',
		type: 'multiOptions',
		options: STAGE_OPTIONS,
		default: [...TEXTED_STAGES],
		description: 'Which news your customers get. Each is texted once for an order or parcel.',
		displayOptions: forTexts,
	},
	{
		displayName: 'Own Texts',
		name: 'ownTexts',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Text',
		default: {},
		description: 'Texts of your own in place of the built-in ones',
		displayOptions: forTexts,
		options: [
			{
				displayName: 'Text',
				name: 'texts',
				values: [
					{
						displayName: 'Stage',
						name: 'stage',
						type: 'options',
						options: STAGE_OPTIONS,
						default: 'shipped',
					},
					{
						displayName: 'Language',
						name: 'language',
						type: 'options',
						options: [{ name: 'Every Language', value: '' }, ...LANGUAGE_OPTIONS],
						default: '',
						description: 'Customers of other languages get the built-in text',
					},
					{
						displayName: 'Text',
						name: 'text',
						type: 'string',
						typeOptions: { rows: 3 },
						default: '',
						placeholder: 'e.g. Hi {first_name|there}! Order #{order_number} is on its way.[ Track: {tracking_url}]',
						description:
							'Placeholders: {first_name} {order_number} {brand} {total} {items} {tracking} {tracking_url} {tracking_number} {tracking_company} {parcel} {eta} {eta_date} {eta_time} {reason} {refund_amount} {order_url} {support_phone} {shop_url}, and with Options → Promo Code {code} {code_value} {code_expiry}. {first_name|there} has a fallback. A part in [square brackets] disappears when a placeholder in it is empty.',
					},
					indiaField('dltTemplateId', { displayOptions: onlyWithDlt, description: 'Of this text in the DLT registry, 19 digits; needed with Options → India: Entity ID' }),
				],
			},
		],
	},
];
