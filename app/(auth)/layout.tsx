import './auth.css';
import './_dial/dial.css';
import type { ReactNode } from 'react';

export default function EntranceLayout({ children }: { children: ReactNode }) {
  return children;
}
