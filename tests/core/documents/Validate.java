import java.io.FileInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Prints a line for each rule of PDF/A-2a and PDF/UA-1 that one of the files breaks, and one for each check. */
public class Validate {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : files) {
            check(file, PDFAFlavour.PDFA_2_A);
            check(file, PDFAFlavour.PDFUA_1);
        }
    }

    private static void check(String file, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            for (TestAssertion broken : result.getTestAssertions()) {
                System.out.println(file + " breaks " + broken.getRuleId().getClause() + ": " + broken.getMessage());
            }
            System.out.println("checked " + file + " " + flavour + " " + result.isCompliant());
        }
    }
}
