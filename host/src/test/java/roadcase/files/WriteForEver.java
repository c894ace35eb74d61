package roadcase.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Writes one content after the other to the file named by its first argument, until it is killed; says the number of
 * each that was written. A content is its number, filled up to about 300 kB, and its hash. The first number is the second
 * argument, or what comes on standard input: so that it can be there and wait.
 */
public final class WriteForEver {
    private WriteForEver() {}

    public static void main(String[] args) throws IOException {
        AtomicFile file = new AtomicFile(Path.of(args[0]), WriteForEver::fault);
        for (long n = first(args); ; n++) {
            String fault = file.write(content(n));
            System.out.println(fault == null ? Long.toString(n) : fault);
            System.out.flush();
        }
    }

    private static long first(String[] args) throws IOException {
        if (args.length > 1) return Long.parseLong(args[1]);
        return Long.parseLong(new BufferedReader(new InputStreamReader(System.in)).readLine());
    }

    static byte[] content(long n) {
        char[] fill = new char[300_000 + (int) (n % 1000)];
        Arrays.fill(fill, (char) ('a' + n % 26));
        String body = n + "\n" + new String(fill) + "\n";
        return (body + ContentHash.of(body)).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    static String fault(byte[] bytes) {
        String all = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        int end = all.lastIndexOf('\n') + 1;
        return end > 0 && ContentHash.of(all.substring(0, end)).equals(all.substring(end)) ? null : "it is torn";
    }

    static long number(byte[] bytes) {
        String all = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        return Long.parseLong(all.substring(0, all.indexOf('\n')));
    }
}
