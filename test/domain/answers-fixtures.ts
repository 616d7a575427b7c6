import {
	type AnsweredOrder,
	type AnswerName,
	type AnswerSettings,
	type AnswerText,
	composeAnswer,
} from '../../lib/domain/answers';
import { SILENT_STAGES, type Stage, TEXTED_STAGES } from '../../lib/domain/stages';
import { NOW, settings as composeSettings } from './compose-fixtures';

export const STAGES: readonly Stage[] = [...SILENT_STAGES, ...TEXTED_STAGES];
export const { profile } = composeSettings();
/** A shop that has told nothing of itself. */
export const BARE = { key: 'default', timeZone: 'UTC', optOutScope: 'everything' } as const;

/** A customer in Poland who writes English, on the first of December, 16:00. */
export const settings = (more: Partial<AnswerSettings> = {}): AnswerSettings => ({
	profile,
	now: NOW,
	language: 'en',
	country: 'PL',
	smartEncoding: true,
	maxSegments: 3,
	...more,
});
/** An order on its way. */
export const order = (more: Partial<AnsweredOrder> = {}): AnsweredOrder => ({
	orderNumber: '#1001',
	stage: 'shipped',
	trackings: [{ url: 'https://t.example/1' }],
	...more,
});
export const statusOf = (about: Partial<AnsweredOrder>): AnswerText => ({ name: 'orderStatus', order: order(about) });
/** Any answer, about an order at a stage where it is about one. */
export const answerOf = (name: AnswerName, stage: Stage = 'shipped'): AnswerText => {
	if (name === 'orderStopped') return { name, orderNumber: '1001' };
	if (name === 'orderStatus') return { name, order: order({ stage }) };
	if (name === 'orderList') return { name, orders: [order({ stage }), order({ orderNumber: '1002' })] };
	return { name };
};
export const textOf = (answer: AnswerText, more: Partial<AnswerSettings> = {}) =>
	composeAnswer(answer, settings(more)).text;
