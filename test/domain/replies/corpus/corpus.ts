import { type ReplyKind } from '../../../../lib/domain/replies/classify';

/** Texts of one language by what they mean, one on each line; `none` is all that asks nothing of us. */
export type Corpus = Readonly<Partial<Record<Exclude<ReplyKind, 'answer' | 'keyword' | 'other'> | 'none', string>>>;
