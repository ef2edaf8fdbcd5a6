import type { UserRole } from '#/server/users/model.ts';
import type { Theme } from '../theme/theme.ts';

/** Who is signed in, as much as the frame needs. */
export interface Person {
  readonly name: string;
  readonly role: UserRole;
  readonly isDemo: boolean;
  readonly theme: Theme;
}
