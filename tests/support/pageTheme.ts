/** Tests in a browser see the page's colours and sizes: drawings and controls have none of their own. */
import '../../src/app/theme.css';
