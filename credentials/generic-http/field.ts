import { type INodeProperties } from 'n8n-workflow';

/** A line of text, with an example. */
export const line = (
	displayName: string,
	name: string,
	example: string,
	description: string,
	more: Partial<INodeProperties> = {},
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: `e.g. ${example}`,
	description,
	...more,
});

/** Several lines. */
export const lines = (displayName: string, name: string, example: string, description: string, rows = 3): INodeProperties =>
	line(displayName, name, example, description, { typeOptions: { rows } });

/** A line that nobody may read. */
export const secret = (displayName: string, name: string, example: string, description: string): INodeProperties =>
	line(displayName, name, example, description, { typeOptions: { password: true } });

/** The fields, shown for some values of another. */
export const shownFor = (field: string, values: string[], fields: INodeProperties[]): INodeProperties[] =>
	fields.map((one) => ({
		...one,
		displayOptions: { show: { ...one.displayOptions?.show, [field]: values } },
	}));
