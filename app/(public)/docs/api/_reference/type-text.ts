import type { getTranslations } from 'next-intl/server';
import type { Described, Shape } from './json-schema.ts';

type Translate = Awaited<ReturnType<typeof getTranslations<'apiDocs.type'>>>;

/** A type in a few words: «строка, от 3 до 32 знаков, или null». */
export function typeText({ shape, nullable }: Described, t: Translate): string {
  const of = shapeText(shape, t);
  return nullable ? t('nullable', { of }) : of;
}

function shapeText(shape: Shape, t: Translate): string {
  switch (shape.kind) {
    case 'choice':
      return shape.values.join(' | ');
    case 'string':
      return [shape.format ?? t('string'), lengthText(shape.min, shape.max, t)].filter(Boolean).join(', ');
    case 'integer':
    case 'number':
      return [t(shape.kind), rangeText(shape.min, shape.max, t)].filter(Boolean).join(', ');
    case 'array':
      return t('array', { of: typeText(shape.of, t) });
    default:
      return t(shape.kind);
  }
}

/** Bounds of formats (a date of at most 40 characters) tell nobody anything. */
function lengthText(min: number, max: number | null, t: Translate): string {
  if (max === null) return '';
  return min > 1 ? t('between', { min: String(min), max: String(max) }) : t('atMost', { max: String(max) });
}

function rangeText(min: number | null, max: number | null, t: Translate): string {
  return min === null || max === null ? '' : t('range', { min: String(min), max: String(max) });
}
