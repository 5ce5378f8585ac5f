import type { DescribeWords } from '../../domain/hours/describe.ts';
import type { AnyTranslate, Translate } from '../../i18n/translate.ts';

/** Words of a week's hours in the element's language; undefined for those of Portuguese, which the description has. */
export function weekWords(t: AnyTranslate): DescribeWords | undefined {
  const words = (t as Translate)('@semana');
  return words === '@semana' ? undefined : (JSON.parse(words) as DescribeWords);
}
