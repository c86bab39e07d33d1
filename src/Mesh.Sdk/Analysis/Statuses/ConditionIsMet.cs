using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.Statuses;

/// <summary>No controller says that an object does not work.</summary>
internal sealed class ConditionIsMet : Rule<ObjectCondition>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2871",
        DiagnosticSeverity.Warning,
        "The condition '{0}' is not met: {1}: {2}",
        "Remove the cause that the condition names.") { IstioCode = "IST0171" };

    public override void Check(ObjectCondition value, Place place)
    {
        if (value.IsNegative)
        {
            place.Report(Descriptor, value.Type, value.Reason, value.Message);
        }
    }
}
