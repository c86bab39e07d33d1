namespace Mesh.Sdk.Simulation.Engine;

/// <summary>Tries that do not know of each other: for too many kinds of hosts to follow each way.</summary>
internal static class IndependentTries
{
    public static void Add(RetryTally tally, RouteSettings route, double permitted)
    {
        double retriable = permitted * tally.Classes.Sum(c => c.Count * c.Share * route.RetriablePartOf(c.Outcome));
        double tries = retriable >= 1 - 1e-12 ? route.Retries + 1 : (1 - Math.Pow(retriable, route.Retries + 1)) / (1 - retriable);
        double last = Math.Pow(retriable, route.Retries);
        double retriableEnds = last + ((1 - permitted) * (tries - last));
        tally.Failures[(int)FailureCause.NoHealthyHost] += tries * Math.Max(0, 1 - tally.Classes.Sum(c => c.Count * c.Share));
        foreach (HostClass c in tally.Classes)
        {
            TryOutcome outcome = c.Outcome;
            double mass = c.Count * c.Share;
            double all = mass * tries;
            c.Tries += all;
            c.Ok += all * outcome.Ok;
            tally.Tries += all;
            tally.Ok += all * outcome.Ok;
            tally.LatencySeconds += all * outcome.Answered * outcome.LatencySeconds;
            tally.RetrySeconds += mass * (tries - 1) * outcome.Answered * outcome.LatencySeconds;
            Finish(FailureCause.ConnectFailure, outcome.Refused + outcome.Unreachable, route.RetriesConnectFailures);
            Finish(FailureCause.Timeout, outcome.TimedOut, route.RetriesTimeouts);
            Finish(FailureCause.ErrorAnswer, outcome.Error, route.RetriesStatus(outcome.ErrorStatus));
            Finish(FailureCause.Overload, outcome.Overload, route.RetriesStatus(503));

            void Finish(FailureCause cause, double part, bool isRetriable)
            {
                double failed = mass * part * (isRetriable ? retriableEnds : tries);
                tally.Failures[(int)cause] += failed;
                c.Failed += failed;
            }
        }
    }
}
