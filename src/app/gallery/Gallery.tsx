/** Collects the cases that drawings and controls bring along in `*.gallery.tsx` and shows them in one page, each in a figure with its id. */
import type { GalleryCase } from '../../drawings/gallery/galleryCase';
import styles from './Gallery.module.css';

const modules = import.meta.glob<{ cases: readonly GalleryCase[] }>(
  ['../../drawings/**/*.gallery.tsx', '../../panels/**/*.gallery.tsx'],
  { eager: true },
);

const sections = Object.entries(modules).map(([path, { cases }]) => ({
  name: /([^/]+)\.gallery\.tsx$/.exec(path)?.[1] ?? path,
  cases,
}));

export function Gallery() {
  return (
    <main className={styles.gallery}>
      <h1>Gallery</h1>
      <nav aria-label="Drawings">
        {sections.map(({ name }) => (
          <a key={name} href={`#${name}`}>
            {name}
          </a>
        ))}
      </nav>
      {sections.map(({ name, cases }) => (
        <section key={name} id={name}>
          <h2>{name}</h2>
          <div className={styles.cases}>
            {cases.map(({ id, title, element }) => (
              <figure key={id} id={id}>
                {element}
                <figcaption>{title}</figcaption>
              </figure>
            ))}
          </div>
        </section>
      ))}
    </main>
  );
}
