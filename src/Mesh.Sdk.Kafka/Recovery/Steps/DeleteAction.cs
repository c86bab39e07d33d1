using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery.Plans;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>Deletes a topic, or a group on the cluster that groups go to.</summary>
internal sealed class DeleteAction(StepContext context) : IStepAction
{
    public async Task<StepResult> RunAsync(FailoverStep step, CancellationToken cancellationToken)
    {
        if (step.Action == FailoverAction.DeleteTopic)
        {
            await context.Clients[step.Cluster!].Administration.DeleteTopicAsync(step.Subject, cancellationToken).ConfigureAwait(false);
            return new();
        }

        IClusterAdministration administration = context.To.Administration;
        if (await administration.GetGroupStateAsync(step.Subject, cancellationToken).ConfigureAwait(false) == GroupState.Active)
        {
            throw Problems.Failure(
                FailoverProblemKind.GroupActive, step.Subject, $"The group '{step.Subject}' has members on {context.To.Alias}.", "Stop them, and execute the plan again.");
        }

        await administration.DeleteGroupAsync(step.Subject, cancellationToken).ConfigureAwait(false);
        return new();
    }
}
