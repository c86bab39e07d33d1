using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>A part of a rule that is given has entries.</summary>
internal sealed class RulePartIsNotEmpty : Rule<AuthorizationRule>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2685",
        DiagnosticSeverity.Error,
        "'{0}' is given, but has no entry.",
        "Give an entry, or remove '{0}' to fit everything.");

    public override void Check(AuthorizationRule value, Place place)
    {
        if (value.From is { IsSet: true, Count: 0 })
        {
            place.Field("from").Report(Descriptor, "from");
        }

        if (value.To is { IsSet: true, Count: 0 })
        {
            place.Field("to").Report(Descriptor, "to");
        }
    }
}
