export { STAGE_OPTIONS } from '../../shared/stage-options';

/** The operations that write a text. */
export const forTexts = { show: { operation: ['sendOrderUpdate', 'preview'] } };
