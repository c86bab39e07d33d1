using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>Times and thresholds of a probe are not negative.</summary>
internal sealed class ProbeNumbersAreNotNegative : Rule<ReadinessProbe>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2471",
        DiagnosticSeverity.Error,
        "{0} is {1}, and it can't be negative.",
        "Set {0} to 0 or more; leave it out for the default.");

    public override void Check(ReadinessProbe value, Place place)
    {
        Check(value.FailureThreshold, "failureThreshold", place);
        Check(value.InitialDelaySeconds, "initialDelaySeconds", place);
        Check(value.PeriodSeconds, "periodSeconds", place);
        Check(value.SuccessThreshold, "successThreshold", place);
        Check(value.TimeoutSeconds, "timeoutSeconds", place);
    }

    private void Check(int? number, string field, Place place)
    {
        if (number < 0)
        {
            place.Field(field).Report(Descriptor, field, number);
        }
    }
}
