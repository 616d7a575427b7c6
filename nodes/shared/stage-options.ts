import { STAGE_LABELS, TEXTED_STAGES } from '../../lib/domain/stages';

const capitalised = (words: string) => words.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

/** The eleven stages that can be texted, as choices. */
export const STAGE_OPTIONS = TEXTED_STAGES.map((stage) => ({
	name: capitalised(STAGE_LABELS[stage]),
	value: stage,
})).sort((a, b) => a.name.localeCompare(b.name));
