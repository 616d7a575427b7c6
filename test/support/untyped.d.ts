// Development libraries that come without types: what is used of them.
declare module '@trt2/gsm-charset-utils' {
	export function getCharCount(text: string): { charCount: number; msgCount: number; encoding: 'GSM' | 'UCS2' };
	export function isGsmChar(character: string): boolean;
}
