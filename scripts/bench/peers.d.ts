declare module '@trt2/gsm-charset-utils' {
	export function getCharCount(text: string): { charCount: number; msgCount: number; encoding: string };
}
