import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Judges PDF files by veraPDF's engine: java VeraJudge FLAVOUR[,FLAVOUR] FILE...
 *
 * One line a file and flavour, parted by tabs: flavour, file, number of checks, and the rules that were broken as
 * clause-test, parted by spaces; "error" stands for a file that cannot be read.
 */
public final class VeraJudge {
    public static void main(String[] arguments) {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        List<String> files = new ArrayList<>(List.of(arguments));
        for (String name : files.remove(0).split(",")) {
            PDFAFlavour flavour = PDFAFlavour.fromString(name);
            for (String file : files) System.out.println(name + "\t" + file + "\t" + judge(flavour, file));
        }
    }

    private static String judge(PDFAFlavour flavour, String file) {
        try (VeraPDFFoundry foundry = Foundries.defaultInstance();
                PDFAParser parser = foundry.createParser(new File(file), flavour);
                PDFAValidator validator = foundry.createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            TreeSet<String> broken = new TreeSet<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    broken.add(assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber());
                }
            }
            if (broken.isEmpty() && !result.isCompliant()) broken.add("error");
            return result.getTotalAssertions() + "\t" + String.join(" ", broken);
        } catch (Exception problem) {
            return "0\terror";
        }
    }
}
