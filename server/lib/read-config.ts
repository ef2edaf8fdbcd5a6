import { aliases, type Config, shapeConfig, type VariableName, type VariableValues, variables } from './config.ts';

/** What is wrong with one variable, and the line that mends it. Values are never repeated: they may be secrets. */
export interface ConfigFault {
  readonly variable: string;
  readonly problem: 'missing' | 'invalid' | 'twice' | 'unreadable_file' | 'test_clock_in_live';
  readonly paste: string;
}
/** Not wrong, worth a line: a likely misspelling, a real token left aside in the demo. */
export interface ConfigNote {
  readonly variable: string;
  readonly kind: 'near_miss' | 'ignored_in_demo';
  readonly meant?: string;
}
export type ConfigReading = { config: Config; faults: readonly ConfigFault[]; notes: readonly ConfigNote[] };

export type Environment = Readonly<Record<string, string | undefined>>;
const names = Object.keys(variables) as VariableName[];

/** Real credentials do nothing in the demo, unless their system's endpoint is given: then somebody means it. */
const demoIgnores: Partial<Record<VariableName, VariableName>> = { BOT_TOKEN: 'TELEGRAM_API_ROOT' };

/** Reads everything at once, so that a person sees ALL faults in one go. `readFile` throws when it cannot. */
export function readConfig(environment: Environment, readFile: (path: string) => string): ConfigReading {
  const faults: ConfigFault[] = [];
  const values: Record<string, unknown> = {};
  const notes: ConfigNote[] = nearMisses(environment);
  for (const name of names) {
    const endpoint = demoIgnores[name];
    // DEMO is read first. What is ignored is not looked at either: a broken token must not keep a demo from starting.
    if (endpoint && values.DEMO === true && isGiven(name, environment) && !isGiven(endpoint, environment)) {
      notes.push({ variable: name, kind: 'ignored_in_demo' });
      continue;
    }
    const found = findText(name, environment, readFile, faults);
    if (found === null) continue;
    const parsed = variables[name].read.safeParse(found);
    if (parsed.success) values[name] = parsed.data;
    else faults.push(fault(name, 'invalid'));
  }
  for (const name of ['DATABASE_URL', 'SECRET_KEY'] as const) {
    if (values[name] === undefined && !faults.some((one) => one.variable.startsWith(name)))
      faults.push(fault(name, 'missing'));
  }
  if (values.TEST_CLOCK_URL !== undefined && values.DEMO !== true && environment.NODE_ENV !== 'test') {
    faults.push({ variable: 'TEST_CLOCK_URL', problem: 'test_clock_in_live', paste: 'unset TEST_CLOCK_URL' });
  }
  return { config: shapeConfig(values as VariableValues), faults, notes };
}

function isGiven(name: VariableName, environment: Environment): boolean {
  return [name, ...(aliases[name] ?? [])].some((one) => environment[one] || environment[`${one}_FILE`]);
}

function findText(
  name: VariableName,
  environment: Environment,
  readFile: (path: string) => string,
  faults: ConfigFault[],
): string | null {
  for (const spelling of [name, ...(aliases[name] ?? [])]) {
    // An empty variable is an unset one: compose files and units cannot leave a line out.
    const direct = environment[spelling] || undefined;
    const path = environment[`${spelling}_FILE`] || undefined;
    if (direct !== undefined && path !== undefined) {
      faults.push({ variable: `${spelling}, ${spelling}_FILE`, problem: 'twice', paste: `unset ${spelling}_FILE` });
      return null;
    }
    if (direct !== undefined) return direct;
    if (path === undefined) continue;
    try {
      return readFile(path).replace(/\r?\n$/, '');
    } catch {
      faults.push({
        variable: `${spelling}_FILE`,
        problem: 'unreadable_file',
        paste: `${spelling}_FILE=/run/secrets/${spelling.toLowerCase()}`,
      });
      return null;
    }
  }
  return null;
}

function fault(name: VariableName, problem: 'missing' | 'invalid'): ConfigFault {
  return { variable: name, problem, paste: `${name}=${variables[name].example}` };
}

/** DATABSE_URL is silence today and a lost evening tomorrow: say it. */
function nearMisses(environment: Environment): ConfigNote[] {
  const known = new Set(
    names.flatMap((name) => [name, ...(aliases[name] ?? [])]).flatMap((name) => [name, `${name}_FILE`]),
  );
  return Object.keys(environment)
    .filter((variable) => !known.has(variable) && variable.length > 3)
    .flatMap((variable) => {
      const meant = [...known].find((name) => name.length > 5 && withinOneEdit(variable.toUpperCase(), name));
      return meant ? [{ variable, kind: 'near_miss' as const, meant }] : [];
    });
}

/** One letter more, less, other, or two swapped. */
function withinOneEdit(left: string, right: string): boolean {
  if (left === right || Math.abs(left.length - right.length) > 1) return left === right;
  let at = 0;
  while (at < left.length && left[at] === right[at]) at++;
  const [a, b] = [left.slice(at), right.slice(at)];
  if (a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)) return true;
  return a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
}
