/** The cases that drawings and controls bring along in `*.gallery.tsx`, each in a figure with its id. */
import type { GalleryCase } from '../../drawings/gallery/galleryCase';
import styles from './Gallery.module.css';

export interface GallerySection {
  /** The name of its file without `.gallery.tsx`. */
  readonly name: string;
  readonly cases: readonly GalleryCase[];
}

export interface GalleryProps {
  /** Names of all sections there are. */
  readonly names: readonly string[];
  /** Those that are shown. */
  readonly sections: readonly GallerySection[];
}

export function Gallery({ names, sections }: GalleryProps) {
  return (
    <main className={styles.gallery} data-shown={sections.map(({ name }) => name).join(' ')}>
      <h1>Gallery</h1>
      <nav aria-label="Drawings">
        <a href="#all">all</a>
        {names.map((name) => (
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
