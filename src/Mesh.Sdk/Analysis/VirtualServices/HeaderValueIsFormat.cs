using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A header value is text without control characters, in which % starts a command of Envoy or is doubled.</summary>
internal sealed class HeaderValueIsFormat : Rule<Headers>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2331",
        DiagnosticSeverity.Error,
        "The value of the header '{0}' has a control character or a '%' that starts no command such as %HOSTNAME%.",
        "Write a literal percent sign as '%%', and close commands with '%'.");

    public override string VectorId => "VS-HEADER-VALUE";

    public override void Check(Headers value, Place place)
    {
        Check(value.Request, place.Field("request"));
        Check(value.Response, place.Field("response"));
    }

    private void Check(HeaderOperations? operations, Place place)
    {
        if (operations is not null)
        {
            Check(operations.Set, place.Field("set"));
            Check(operations.Add, place.Field("add"));
        }
    }

    private void Check(EquatableMap<string> headers, Place place)
    {
        foreach ((string name, string text) in headers)
        {
            if (text is not null && !HeaderFormat.IsValid(text))
            {
                place.Entry(name).Report(Descriptor, name);
            }
        }
    }
}
