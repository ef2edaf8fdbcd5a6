/** The part of JSON Schema that our generator writes. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly (string | number)[];
  readonly const?: string | number | boolean;
  readonly default?: unknown;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
}

/** A schema as a person reads it. `nullable` is taken out of `anyOf: [..., null]`. */
export type Shape =
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'string'; readonly format: string | null; readonly min: number; readonly max: number | null }
  | { readonly kind: 'integer' | 'number'; readonly min: number | null; readonly max: number | null }
  | { readonly kind: 'boolean' | 'object' | 'any' }
  | { readonly kind: 'array'; readonly of: Described };
export interface Described {
  readonly shape: Shape;
  readonly nullable: boolean;
}

export interface FieldRow extends Described {
  /** `items[].login` */
  readonly name: string;
  readonly required: boolean;
  readonly description: string | null;
}

export function readSchema(schema: JsonSchema): Described {
  const others = (schema.anyOf ?? []).filter((option) => option.type !== 'null');
  if (schema.anyOf) {
    const [only] = others;
    const shape = others.length === 1 && only ? readSchema(only).shape : { kind: 'any' as const };
    return { shape, nullable: others.length < schema.anyOf.length };
  }
  return { shape: shapeOf(schema), nullable: false };
}

function shapeOf(schema: JsonSchema): Shape {
  if (schema.const !== undefined) return { kind: 'choice', values: [JSON.stringify(schema.const)] };
  if (schema.enum) return { kind: 'choice', values: schema.enum.map(String) };
  switch (schema.type) {
    case 'string':
      return {
        kind: 'string',
        format: schema.format ?? null,
        min: schema.minLength ?? 0,
        max: schema.maxLength ?? null,
      };
    case 'integer':
    case 'number':
      return { kind: schema.type, min: sensible(schema.minimum), max: sensible(schema.maximum) };
    case 'array':
      return { kind: 'array', of: readSchema(schema.items ?? {}) };
    case 'boolean':
    case 'object':
      return { kind: schema.type };
    default:
      return { kind: 'any' };
  }
}

/** What a JavaScript number can hold at all says nothing about the field. */
function sensible(bound: number | undefined): number | null {
  return bound === undefined || Math.abs(bound) >= Number.MAX_SAFE_INTEGER ? null : bound;
}

/** Every field with its path, in the order of the document. */
export function fieldRows(schema: JsonSchema, prefix = ''): FieldRow[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    const name = prefix + key;
    const inner = field.anyOf?.find((option) => option.type === 'object' || option.type === 'array') ?? field;
    const row: FieldRow = {
      name,
      required: schema.required?.includes(key) ?? false,
      description: field.description ?? null,
      ...readSchema(field),
    };
    const deeper = inner.type === 'array' ? fieldRows(inner.items ?? {}, `${name}[].`) : fieldRows(inner, `${name}.`);
    return [row, ...deeper];
  });
}
