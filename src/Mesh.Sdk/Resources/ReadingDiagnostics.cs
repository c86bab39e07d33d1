using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Resources;

/// <summary>Findings of reading manifests: MESH0001 to MESH0099.</summary>
internal static class ReadingDiagnostics
{
    public static readonly DiagnosticDescriptor Syntax = Error("MESH0001", "The text can't be read: {0}", "Correct the text here.");

    public static readonly DiagnosticDescriptor TooLarge = Error("MESH0002", "The text is larger than {0} bytes.", "Split it, or raise ReadLimits.MaxSizeBytes if you trust its source.");

    public static readonly DiagnosticDescriptor TooDeep = Error("MESH0003", "Maps and lists are nested deeper than {0}.", "Flatten them, or raise ReadLimits.MaxDepth if you trust the source.");

    public static readonly DiagnosticDescriptor TooManyNodes = Error("MESH0004", "The document has more than {0} values.", "Split it, or raise ReadLimits.MaxNodesPerDocument if you trust its source.");

    public static readonly DiagnosticDescriptor TooManyDocuments = Error("MESH0005", "The text has more than {0} documents.", "Split it, or raise ReadLimits.MaxDocuments if you trust its source.");

    public static readonly DiagnosticDescriptor TooManyAliases = Error("MESH0006", "The document has more than {0} aliases.", "Write the values out, or raise ReadLimits.MaxAliasesPerDocument if you trust the source.");

    public static readonly DiagnosticDescriptor DuplicateField = Error("MESH0007", "The field '{0}' stands twice, and Kubernetes refuses that.", "Keep one of the two.");

    public static readonly DiagnosticDescriptor WrongShape = Error("MESH0008", "'{0}' is {1} where {2} belongs.", "Give {2}; a text that looks like a number, boolean or null needs quotes.");

    public static readonly DiagnosticDescriptor NotAWholeNumber = Error("MESH0009", "'{0}' is not a whole number of 64 bits.", "Give a whole number.");

    public static readonly DiagnosticDescriptor OutOfRange = Error("MESH0010", "{0} is outside {1} to {2}.", "Give a number within this range.");

    public static readonly DiagnosticDescriptor NotADuration = Error("MESH0011", "'{0}' is not a duration.", "Give a number with unit such as 5m, 1h30m, 1.5s or 100ms; 100 ns is the finest step, days are no unit.");

    public static readonly DiagnosticDescriptor NotATime = Error("MESH0012", "'{0}' is not a time.", "Give an RFC 3339 time such as 2020-10-09T12:00:00Z.");

    public static readonly DiagnosticDescriptor NotAllowed = Error("MESH0013", "'{0}' is not one of the values allowed here.{2}", "Give one of {1}.");

    public static readonly DiagnosticDescriptor NoType = Error("MESH0014", "The document has no '{0}', so it is not a Kubernetes object.", "Add it, such as 'apiVersion: networking.istio.io/v1' and 'kind: DestinationRule'.");

    public static readonly DiagnosticDescriptor BadApiVersion = Error("MESH0015", "'{0}' is not a group and version.", "Give a version such as 'v1', or group and version such as 'networking.istio.io/v1'.");

    public static readonly DiagnosticDescriptor DuplicateObject = new("MESH0016", DiagnosticSeverity.Warning, "{0} stands already at {1}; the later one counts, and the earlier one is lost.", "Keep one of the two, or give one another name.");

    public static readonly DiagnosticDescriptor NullItem = Error("MESH0017", "A {0} is null, and Kubernetes refuses that or takes it for empty.", "Give a value or take the {0} out.");

    public static readonly DiagnosticDescriptor MoreFindings = Error("MESH0018", "There are more findings than the {0} that are told.", "Correct these and read the text again.");

    public static string NameOf(UntypedKind kind) => kind switch
    {
        UntypedKind.Null => "null",
        UntypedKind.Boolean => "a boolean",
        UntypedKind.Number => "a number",
        UntypedKind.String => "a text",
        UntypedKind.List => "a list",
        _ => "a map",
    };

    private static DiagnosticDescriptor Error(string code, string message, string remedy) =>
        new(code, DiagnosticSeverity.Error, message, remedy);
}
