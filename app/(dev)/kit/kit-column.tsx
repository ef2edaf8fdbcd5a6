import type { ReactNode } from 'react';
import { SectionHead } from '../../_ui/kit/plate.tsx';
import { Buttons, Fields, Marks } from './_sections/controls.tsx';
import { Colours, Spaces, Type } from './_sections/foundations.tsx';
import { Gauges, Supplies } from './_sections/gauges.tsx';
import { Charts, Navigation, Pictures } from './_sections/pictures.tsx';
import { Empties, Receipts, Rules, Timelines } from './_sections/pieces.tsx';
import { Tables } from './_sections/tables.tsx';

export function KitColumn({ theme, title, note }: { theme: 'paper' | 'night'; title: string; note: string }) {
  return (
    <div className="kit-column" data-theme={theme}>
      <header className="kit-head">
        <h1>{title}</h1>
        <span className="text-muted">{note}</span>
      </header>
      <Part title="Цвет" meta="фон, чернила, смысл">
        <Colours theme={theme} />
      </Part>
      <Part title="Кегль" meta="Onest, Geist Mono">
        <Type />
      </Part>
      <Part title="Шаг и радиусы" meta="сетка 4">
        <Spaces />
      </Part>
      <Part title="Кнопки" meta="покой, над, нажата, фокус, ждёт, нельзя">
        <Buttons />
      </Part>
      <Part title="Поля">
        <Fields theme={theme} />
      </Part>
      <Part title="Решения" meta="знак и слово">
        <Marks />
      </Part>
      <Part title="Полоса тиража" meta="длина — тираж, заливка — остаток, насечка — предел">
        <Supplies />
      </Part>
      <Part title="Стадии, мс" meta="чернила — мы, штрих — Telegram">
        <Gauges />
      </Part>
      <Part title="Таблица" meta="36 px, на касание 52">
        <Tables />
      </Part>
      <Part title="Пусто" meta="причина и одно действие">
        <Empties />
      </Part>
      <Part title="Правило">
        <Rules />
      </Part>
      <Part title="Чек" meta="перфорация, отрыв, корешок">
        <Receipts />
      </Part>
      <Part title="Лента" meta="кривая остатка, замок, сейчас">
        <Timelines />
      </Part>
      <Part title="Навигация" meta="рейка 208, снизу пять">
        <Navigation />
      </Part>
      <Part title="Графики" meta="цвет и штрих, есть таблица-двойник">
        <Charts />
      </Part>
      <Part title="Подарки и значки" meta="1,5 px, своя отрисовка">
        <Pictures />
      </Part>
    </div>
  );
}

function Part({ title, meta, children }: { title: string; meta?: string; children: ReactNode }) {
  return (
    <section className="kit-section">
      <SectionHead title={title} meta={meta} />
      {children}
    </section>
  );
}
