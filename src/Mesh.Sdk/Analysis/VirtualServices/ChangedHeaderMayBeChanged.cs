using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>Header operations name a header, and one that may be changed.</summary>
internal sealed class ChangedHeaderMayBeChanged : Rule<Headers>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2330",
        DiagnosticSeverity.Error,
        "The header '{0}' can't be changed by '{1}'.",
        "Name a header; only 'request.set' and 'request.add' may change ':authority' and 'Host'.");

    public override string VectorId => "VS-HEADER-NAME";

    public override void Check(Headers value, Place place)
    {
        Check(value.Request, mayChangeAuthority: true, "request", place);
        Check(value.Response, mayChangeAuthority: false, "response", place);
    }

    private void Check(HeaderOperations? operations, bool mayChangeAuthority, string side, Place place)
    {
        if (operations is not null)
        {
            Place at = place.Field(side);
            Report(operations.Set.Keys, mayChangeAuthority, $"{side}.set", at.Field("set"));
            Report(operations.Add.Keys, mayChangeAuthority, $"{side}.add", at.Field("add"));
            Report(operations.Remove, mayChangeAuthority: false, $"{side}.remove", at.Field("remove"));
        }
    }

    private void Report(IEnumerable<string> names, bool mayChangeAuthority, string operation, Place place)
    {
        foreach (string? name in names)
        {
            if (!HeaderNames.IsChangeable(name ?? "", mayChangeAuthority))
            {
                place.Entry(name ?? "").Report(Descriptor, name, operation);
            }
        }
    }
}
