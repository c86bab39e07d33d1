using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.DisasterRecovery;

/// <summary>
/// The steps of both halves in one order. With clients that follow a switch, state goes first: until clients are switched all of it can be undone
/// and no request has moved, and afterwards services of the old region work on the new Kafka cluster, which is slower and right. Where the region
/// is lost, or clients work on the Kafka cluster of their own region, traffic goes first: it is what stops writing to the old cluster.
/// </summary>
internal static class PlanSequence
{
    public static EquatableList<DisasterRecoveryStep> Of(FailoverPlan state, TrafficMove? traffic, bool isTrafficFirst)
    {
        List<DisasterRecoveryStep> steps = [];
        if (traffic is not null)
        {
            Add(DisasterRecoveryPart.Traffic, $"Check that the mesh takes the policies for {Services(traffic)}", "no object is refused", null);
        }

        if (traffic is not null && isTrafficFirst)
        {
            AddMove(traffic);
        }

        foreach (FailoverStep step in state.Steps)
        {
            Add(DisasterRecoveryPart.State, step.Text, step.Check, step.Risk);
        }

        if (traffic is not null && !isTrafficFirst)
        {
            AddMove(traffic);
        }

        return [.. steps];

        void AddMove(TrafficMove move) => Add(
            DisasterRecoveryPart.Traffic,
            move.IsReturn ? $"Let traffic of {Services(move)} go as the mesh declares it, to {move.To} again" : $"Move traffic of {Services(move)} from {move.From} to {move.To}",
            "all objects are applied, and applying them again would change nothing",
            move.IsReturn ? null : $"these services don't fail over while it stands: clients of {move.From} are sent to {move.To}, whatever happens there");

        void Add(DisasterRecoveryPart part, string text, string check, string? risk) => steps.Add(new(steps.Count + 1, part, text, check, risk));
    }

    private static string Services(TrafficMove traffic) => string.Join(", ", traffic.Services);
}
