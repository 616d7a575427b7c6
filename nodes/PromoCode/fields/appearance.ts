import { type INodeProperties } from 'n8n-workflow';

/** What codes look like. */
export const appearanceFields: INodeProperties[] = [
	{
		displayName: 'Appearance',
		name: 'appearance',
		type: 'collection',
		placeholder: 'Add Setting',
		default: {},
		displayOptions: { show: { operation: ['generate', 'spendForCode', 'pickBirthdays'] } },
		options: [
			{
				displayName: 'Alphabet',
				name: 'alphabet',
				type: 'options',
				options: [
					{ name: 'Digits', value: 'digits', description: 'Easy to type on a phone; takes longer codes' },
					{ name: 'Letters', value: 'letters', description: 'Capitals without I, L, O and U' },
					{
						name: 'Letters and Digits',
						value: 'letters-and-digits',
						description: 'Without the letters that are mistaken for others: I, L, O, U',
					},
				],
				default: 'letters-and-digits',
				description: 'What random characters can be',
			},
			{
				displayName: 'Check Character',
				name: 'checkCharacter',
				type: 'boolean',
				default: false,
				description:
					'Whether one more character ends the code, by which every single typing error and every swap of two neighbours is found. Check then says "mistyped" instead of "not known".',
			},
			{
				displayName: 'Excluded',
				name: 'excluded',
				type: 'string',
				typeOptions: { rows: 3 },
				default: '',
				placeholder: 'e.g. ACME, BLACK-FRIDAY',
				description:
					'Words that no code may have in it, with commas or one in a line. Offensive words are left out anyhow.',
			},
			{
				displayName: 'Length',
				name: 'length',
				type: 'number',
				typeOptions: { minValue: 4, maxValue: 40, numberPrecision: 0 },
				default: 10,
				description: 'Random characters behind the prefix, where there is no pattern',
			},
			{
				displayName: 'Pattern',
				name: 'pattern',
				type: 'string',
				default: '',
				placeholder: 'e.g. SUMMER-#####-###',
				description: 'Each # is a random character; \\# is the sign itself. Goes before prefix and length.',
			},
			{
				displayName: 'Prefix',
				name: 'prefix',
				type: 'string',
				default: '',
				placeholder: 'e.g. THANKS-',
				description: 'What every code begins with',
			},
		],
	},
];
