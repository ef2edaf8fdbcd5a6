import Link from 'next/link';
import { Icon, type IconName } from '#/app/_ui/drawings/icon.tsx';

/** A thing to do: the whole row is the target. */
export function TodoRow(props: { href: string; icon: IconName; title: string; note: string }) {
  return (
    <Link href={props.href} className="mini-app-todo">
      <Icon name={props.icon} size={20} />
      <span>
        <b>{props.title}</b>
        <span className="block">{props.note}</span>
      </span>
      <Icon name="forward" size={20} />
    </Link>
  );
}
