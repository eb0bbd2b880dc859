using System.Diagnostics;

namespace CognitoIdentity.Benchmarks;

/// <summary>The processor time of processes, which other work of the machine changes less than the wall clock's.</summary>
internal static class ProcessorTime
{
    public static double Seconds(params ReadOnlySpan<Process> processes)
    {
        var sum = 0.0;
        foreach (var process in processes)
        {
            process.Refresh();
            sum += process.TotalProcessorTime.TotalSeconds;
        }

        return sum;
    }
}
